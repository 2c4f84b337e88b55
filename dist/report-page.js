"use strict";
(() => {
  // src/report/escape.ts
  var invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;
  var breaks = /[\t\n\r]+/g;
  function visible(text) {
    return text.replace(breaks, " ").replace(invisible, escapeCharacter);
  }
  function escapeCharacter(character) {
    return `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`;
  }
  function truncate(text, length) {
    const points = Array.from(text.slice(0, 2 * length + 2));
    return points.length <= length ? text : `${points.slice(0, Math.max(0, length - 1)).join("")}…`;
  }

  // src/compare/size.ts
  function weightOf(delta, metric) {
    const first = metric === "disk" ? delta.diskBytes : delta.downloadBytes;
    return Math.abs(first ?? delta.diskBytes ?? 0);
  }

  // src/units.ts
  var printedUnits = ["B", "kB", "MB", "GB", "TB", "PB"];
  var unitBytes = {
    b: 1,
    kb: 1e3,
    mb: 1e3 ** 2,
    gb: 1e3 ** 3,
    tb: 1e3 ** 4,
    kib: 1024,
    mib: 1024 ** 2,
    gib: 1024 ** 3,
    tib: 1024 ** 4
  };
  var number = String.raw`\d{1,15}(?:\.\d{1,15})?`;
  var size = String.raw`\s*${number}(?:\s*(?:[KkMmGgTt][Ii]?)?[Bb])?\s*`;
  var percent = String.raw`\s*${number}\s*%\s*`;
  var sizePattern = new RegExp(`^${size}$`, "u");
  var limitsPattern = new RegExp(`^(?:${percent}(?:,${size})?|${size}(?:,${percent})?)$`, "u");
  function formatBytes(bytes) {
    if (bytes < 0) return `-${formatBytes(-bytes)}`;
    let value = bytes;
    let unit = 0;
    while (Number(value.toPrecision(3)) >= 1e3 && unit < printedUnits.length - 1) {
      value /= 1e3;
      unit += 1;
    }
    return `${unit === 0 ? value : Number(value.toPrecision(3))} ${printedUnits[unit]}`;
  }
  function formatExactBytes(bytes) {
    return `${bytes.toLocaleString("en-US")} B`;
  }
  function formatDelta(bytes) {
    return withSign(bytes, formatBytes(bytes));
  }
  function formatPercent(percent2) {
    if (percent2 < 0) return `-${formatPercent(-percent2)}`;
    if (percent2 > 0 && percent2 < 0.05) return "<0.1%";
    return `${Number(percent2.toFixed(percent2 < 99.95 ? 1 : 0))}%`;
  }
  function formatPercentDelta(percent2) {
    return withSign(percent2, formatPercent(percent2));
  }
  function withSign(value, printed) {
    return value > 0 ? `+${printed}` : printed;
  }
  function formatDuration(seconds) {
    if (Number(seconds.toFixed(1)) < 60) return `${Number(seconds.toFixed(1))}s`;
    const whole = Math.round(seconds);
    const parts = { h: Math.floor(whole / 3600), m: Math.floor(whole / 60) % 60, s: whole % 60 };
    return Object.entries(parts).filter(([, value]) => value > 0).map(([unit, value]) => `${value}${unit}`).join("");
  }

  // src/report/dust.ts
  var dustBytes = 1e3;
  var isMoreThanDust = ({ downloadBytes }) => downloadBytes === null || Math.abs(downloadBytes) >= dustBytes;
  var isDust = ({ kind, delta, children }, metric) => kind === "layer" && delta.diskBytes === 0 && children.every((child) => child.kind === "other" && child.delta.diskBytes === 0) && (metric === "disk" || !isMoreThanDust(delta));

  // src/report/figures.ts
  var bytesBy = (metric, size2) => metric === "disk" ? size2.diskBytes : size2.downloadBytes;
  var deltaBy = (metric, image) => image.delta === null ? null : bytesBy(metric, image.delta);
  var sizeText = (bytes) => bytes === null ? "unknown" : formatBytes(bytes);
  var deltaText = (bytes) => bytes === null ? "unknown" : formatDelta(bytes);
  function figureText(delta, metric, isShare) {
    const bytes = bytesBy(metric, delta);
    return isShare && metric === "download" && bytes ? `~${formatDelta(bytes)}` : deltaText(bytes);
  }
  function shareText({ delta }) {
    const percent2 = delta?.percent ?? null;
    return percent2 === null || Math.abs(percent2) < 0.05 ? null : formatPercentDelta(percent2);
  }
  var plural = (count2, noun, many = `${noun}s`) => `${count2} ${count2 === 1 ? noun : many}`;
  function sum(parts) {
    let total = 0;
    for (const part2 of parts) {
      if (part2 === null) return null;
      total += part2;
    }
    return total;
  }
  function toneOf(report) {
    const compared = report.images.some((image) => image.delta !== null);
    return report.verdict === "pass" && !compared ? "neutral" : report.verdict;
  }
  var byUrgency = (budgets2) => budgets2.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status));
  var urgency = ["fail", "warn", "unknown", "pass"];
  var lintResults = ({ lint }) => lint === null ? [] : [lint];
  function imageTone(image, report) {
    const has = (status) => [...image.budgets, ...lintResults(image)].some((result) => result.status === status);
    if (has("fail")) return report.verdict === "pass" ? "warn" : report.verdict;
    if (has("warn")) return "warn";
    return image.delta === null ? "neutral" : "pass";
  }
  var isUnchanged = ({ delta, changes }) => delta !== null && delta.diskBytes === 0 && (delta.downloadBytes === null || !isMoreThanDust(delta)) && changes.every((change) => isDust(change, "download"));
  function priceBy(metric, { price, baseSaving }) {
    if (price !== null) return bytesBy(metric, price);
    return metric === "download" ? baseSaving?.leastBytes ?? null : null;
  }
  function byPrice(findings, metric) {
    const rank = (finding) => priceBy(metric, finding) ?? finding.baseSaving?.leastBytes ?? -1;
    return findings.toSorted((a, b) => rank(b) - rank(a));
  }
  var isAdvice = ({ severity, price, baseSaving }) => severity === "info" && price === null && baseSaving === null;
  var totalPrice = (findings, metric) => findings.reduce((total, finding) => total + (priceBy(metric, finding) ?? 0), 0);

  // src/report/rows.ts
  function describe(row, voice2, parent = null) {
    if (row.kind === "other") return voice2.say(row.label);
    const fate = fateOf(row, voice2);
    return voice2.quote(nameOf(row, parent)) + (fate === "" ? "" : ` ${fate}`);
  }
  function nameOf({ kind, label: label2, package: owner }, parent) {
    if (owner !== null) return packageName(owner);
    if (kind !== "file" && kind !== "directory") return label2;
    const above = `${parent?.label ?? ""}/`;
    const name = parent?.kind === "directory" && label2.startsWith(above) ? label2.slice(above.length) : label2;
    return kind === "directory" && !name.endsWith("/") ? `${name}/` : name;
  }
  function packageName({ name, before, after, direction }) {
    const versions = direction === "same" ? [after] : [before, after];
    return [name, versions.filter((version) => version !== null).join(" → ")].filter((part2) => part2 !== "").join(" ");
  }
  function fateOf(row, { quote }) {
    const slash = row.kind === "directory" ? "/" : "";
    if (row.movedFrom !== null) return `moved from ${quote(row.movedFrom + slash)}`;
    if (row.movedTo !== null) return `moved to ${quote(row.movedTo + slash)}`;
    if (row.storedAgain) return "(stored again)";
    if (row.before === null) return "(new)";
    if (row.after === null) return "(removed)";
    return row.package?.direction === "downgraded" ? "(downgraded)" : "";
  }
  var causeNames = { yours: null, base: "base image", drift: "drift" };
  var evidenceText = (row, { say }) => row.kind === "layer" && isTold(row) ? say(withoutPrefix(row.evidence, `${row.label}: `)) : "";
  function causeText(row, voice2) {
    const name = row.kind === "layer" ? causeNames[row.cause] ?? "" : "";
    return [name, evidenceText(row, voice2)].filter((part2) => part2 !== "").join(": ");
  }
  function isTold(row) {
    const isPlain = row.cause === "yours" && (row.before === null || row.after === null);
    return row.evidence !== null && !row.assumed && !isPlain;
  }
  var withoutPrefix = (text, prefix) => text.startsWith(prefix) ? text.slice(prefix.length) : text;
  function causeParts({ causes }, metric) {
    if (causes === null) return [];
    const { yours, base, drift } = causes;
    if (!bytesBy(metric, base) && !bytesBy(metric, drift)) return [];
    const parts = [
      ["your change", yours],
      ["base image", base],
      ["drift", drift]
    ];
    return parts.map(([name, size2]) => [name, bytesBy(metric, size2)]);
  }
  function assumptions({ changes }) {
    const guesses = changes.filter(({ assumed, evidence }) => assumed && evidence !== null);
    const byReason = Map.groupBy(guesses, ({ evidence }) => evidence ?? "");
    return [...byReason].map(([evidence, rows]) => {
      const reason = withoutPrefix(evidence, "Assumed: ");
      return { reason: reason.charAt(0).toLowerCase() + reason.slice(1), rows };
    });
  }

  // src/report/page/dom.ts
  function el(tag, attributes = {}, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...content.filter((part2) => part2 !== null));
    return element;
  }
  var code = (text) => el("code", {}, visible(text));
  function prose(text) {
    const fragment = document.createDocumentFragment();
    fragment.append(
      ...visible(text).split(/`([^`]+)`/).map((part2, at) => at % 2 === 0 ? part2 : el("code", {}, part2))
    );
    return fragment;
  }
  function link(content, address) {
    if (address === null || !/^https?:\/\//.test(address)) return content;
    return el("a", { href: address, rel: "noopener noreferrer" }, content);
  }
  function button(attributes, onClick, ...content) {
    const element = el("button", { type: "button", ...attributes }, ...content);
    element.addEventListener("click", onClick);
    return element;
  }
  function section(id, title, ...content) {
    return el("section", { id, "aria-labelledby": `${id}-title` }, el("h2", { id: `${id}-title` }, title), ...content);
  }
  var scrolling = (label2, table) => el("div", { class: "scrolling", role: "region", "aria-label": label2, tabindex: 0 }, table);
  function bar(share, attributes = {}) {
    const fill = el("span", { class: "fill" });
    fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
    return el("span", { class: "bar", "aria-hidden": "true", ...attributes }, fill);
  }

  // src/compare/once.ts
  function once(compute) {
    let made = null;
    return () => {
      made ??= { value: compute() };
      return made.value;
    };
  }

  // src/report/links.ts
  function linksOf(repository) {
    if (repository === null) return { commit: () => null, lines: () => null };
    const { url, commit } = repository;
    return {
      commit: (id) => `${url}/commit/${id}`,
      lines: (place, at = commit) => {
        const path = pathInRepository(place.file);
        if (at === null || path === null) return null;
        const end = place.lastLine > place.firstLine ? `-L${place.lastLine}` : "";
        return `${url}/blob/${at}/${path}#L${place.firstLine}${end}`;
      }
    };
  }
  function pathInRepository(file) {
    const segments = file.split("/").filter((segment) => segment !== ".");
    const outside = segments.some((segment) => segment === "" || segment === "..");
    return outside ? null : segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join("/");
  }

  // src/report/page/nodes.ts
  var newNode = (kind, name, place = {}) => ({
    kind,
    name,
    parent: null,
    children: [],
    bytes: 0,
    before: 0,
    isThere: false,
    wasThere: false,
    hidden: 0,
    files: 0,
    layer: null,
    owner: null,
    ...place
  });
  function adopt(parent, child) {
    child.parent = parent;
    parent.children.push(child);
    return child;
  }
  function nodesByLayer(tree, imageName) {
    const root = newNode("image", imageName);
    const nodes = [root];
    const leaves = leafReader(tree);
    const names = tree.names.split("/");
    const open = [];
    let layer = -1;
    tree.children.forEach((count2, at) => {
      while (open.at(-1)?.missing === 0) open.pop();
      const above = open.at(-1);
      if (above !== void 0) above.missing--;
      else layer++;
      const node = count2 < 0 ? leaves.next(names[at] ?? "", layer) : newNode(above === void 0 ? "layer" : "directory", names[at] ?? "", { layer });
      adopt(above?.node ?? root, node);
      nodes.push(node);
      if (count2 >= 0) open.push({ node, missing: count2 });
    });
    addUp(nodes);
    return root;
  }
  function leafReader({ bytes, before, hidden, owners, gathered }) {
    const changed = new Map(before ?? []);
    const isHidden = new Set(hidden);
    const counts = new Map(gathered);
    const ownerOf = ownersOf(owners);
    let at = -1;
    const next = (name, layer) => {
      at++;
      const size2 = bytes[at] ?? null;
      const was = changed.has(at) ? changed.get(at) ?? null : before === null ? null : size2;
      const files = counts.get(at);
      return Object.assign(newNode(files === void 0 ? "file" : "gathered", name, { layer, owner: ownerOf(at) }), {
        bytes: size2 ?? 0,
        before: was ?? 0,
        isThere: size2 !== null,
        wasThere: was !== null,
        hidden: isHidden.has(at) ? size2 ?? 0 : 0,
        files: size2 === null ? 0 : files ?? 1
      });
    };
    return { next };
  }
  function ownersOf(runs) {
    let [run, end] = [-1, 0];
    return (leaf) => {
      while (runs !== null && leaf >= end && run + 1 < runs.length) end += runs[++run]?.[1] ?? 0;
      return runs?.[run]?.[0] ?? null;
    };
  }
  function addUp(nodes) {
    for (const node of nodes.toReversed()) {
      const [only, ...others] = node.children;
      if (node.kind === "directory" && only?.kind === "directory" && others.length === 0) {
        node.name += `/${only.name}`;
        node.children = only.children;
        for (const child of node.children) child.parent = node;
      }
      addTo(node.parent, node);
    }
  }
  function addTo(sum2, node) {
    if (sum2 === null) return;
    sum2.bytes += node.bytes;
    sum2.before += node.before;
    sum2.isThere ||= node.isThere;
    sum2.wasThere ||= node.wasThere;
    sum2.hidden += node.hidden;
    sum2.files += node.files;
  }
  function nodesByPackage(tree, byLayer) {
    if (tree.owners === null) return null;
    const root = newNode("image", byLayer.name);
    const nodes = [root];
    const groups = /* @__PURE__ */ new Map();
    const group = (parent, kind, name, key) => {
      const known = groups.get(key);
      if (known !== void 0) return known;
      const made = adopt(parent, newNode(kind, name));
      groups.set(key, made);
      nodes.push(made);
      return made;
    };
    const parentOf = (leaf) => {
      if (leaf.kind === "gathered") return group(root, "rest", "", "rest");
      const owner = leaf.owner === null ? void 0 : tree.packages[leaf.owner];
      if (owner !== void 0) {
        const manager = group(root, "manager", owner.manager, `m ${owner.manager}`);
        return group(manager, "package", owner.name, `p ${owner.manager} ${owner.name}`);
      }
      let directory = group(root, "unowned", "", "unowned");
      let path = "d ";
      for (const name of pathOf(leaf).split("/").slice(1, -1)) {
        path += `/${name}`;
        directory = group(directory, "directory", name, path);
      }
      return directory;
    };
    for (const leaf of leavesBelow(byLayer)) {
      const name = leaf.owner === null ? leaf.name : pathOf(leaf);
      nodes.push(adopt(parentOf(leaf), { ...leaf, name }));
    }
    addUp(nodes);
    return root;
  }
  function layersOf({ name, layers }) {
    const root = newNode("image", name);
    const nodes = layers.map((layer, at) => adopt(root, weighing(newNode("layer", "", { layer: at }), layer)));
    addUp([root, ...nodes]);
    return root;
  }
  function packagesOf({ name, packages, unowned = [] }) {
    if (packages === void 0) return null;
    const root = newNode("image", name);
    const nodes = [root];
    for (const [manager, owned] of Map.groupBy(packages, (owner) => owner.manager)) {
      const group = adopt(root, newNode("manager", manager));
      nodes.push(group, ...owned.map((owner) => adopt(group, weighing(newNode("package", owner.name), owner))));
    }
    const rest = adopt(root, newNode("unowned", ""));
    nodes.push(rest, ...unowned.map((row) => adopt(rest, weighing(newNode("directory", row.directory.slice(1)), row))));
    addUp(nodes);
    return root;
  }
  var weighing = (node, { diskBytes, files }) => Object.assign(node, { bytes: diskBytes, files, isThere: true });
  function* below(top) {
    const pending = [...top.children];
    for (let node = pending.pop(); node !== void 0; node = pending.pop()) {
      yield node;
      for (const child of node.children) pending.push(child);
    }
  }
  function* leavesBelow(top) {
    for (const node of below(top)) if (node.kind === "file" || node.kind === "gathered") yield node;
  }
  function lineTo(node) {
    const line = [];
    for (let at = node; at !== null; at = at.parent) line.push(at);
    return line.reverse();
  }
  function pathOf(node) {
    if (node.kind === "file" && node.name.startsWith("/")) return node.name;
    const parts = lineTo(node).filter(({ kind }) => kind === "directory" || kind === "file");
    return `/${parts.map(({ name }) => name).join("/")}`;
  }

  // src/report/page/subject.ts
  function subjectOf(report, image, tree) {
    const { current, baseline } = image;
    const byLayer = once(() => tree === null ? layersOf(current) : nodesByLayer(tree, image.name));
    const byPackage = once(() => tree === null ? packagesOf(current) : nodesByPackage(tree, byLayer()));
    const layerAt = (place) => {
      const gone = tree?.gone[place - current.layers.length];
      return current.layers[place] ?? (gone === void 0 ? null : baseline.measurement?.layers[gone] ?? null);
    };
    const ownerName = (place) => {
      const owner = place === null ? void 0 : tree?.packages[place];
      return owner === void 0 ? null : [owner.name, owner.version ?? ""].join(" ").trim();
    };
    return {
      report,
      image,
      links: linksOf(report.repository),
      hasFiles: tree !== null,
      isCompared: tree !== null && tree.before !== null,
      gathered: (tree?.gathered ?? []).reduce((sum2, [, files]) => sum2 + files, 0),
      knowsPackages: tree === null ? current.packages !== void 0 : tree.owners !== null,
      byLayer,
      byPackage,
      layerAt,
      isGone: (place) => place >= current.layers.length,
      ownerName
    };
  }
  function layerName(layer) {
    if (layer === null) return "layer";
    return visible(layer.instruction ?? (layer.origin === "base" ? "base image" : `layer ${layer.diffId.slice(7, 19)}`));
  }
  function placeText({
    file,
    firstLine,
    lastLine
  }) {
    return `${visible(file)}:${firstLine}${lastLine > firstLine ? `-${lastLine}` : ""}`;
  }
  function nodeName(node, { layerAt }) {
    switch (node.kind) {
      case "layer":
        return layerName(node.layer === null ? null : layerAt(node.layer));
      case "gathered":
        return `${node.files.toLocaleString("en-US")} small files`;
      case "unowned":
        return "owned by no package";
      case "rest":
        return "small files that were not told apart";
      case "directory":
        return `${visible(node.name)}/`;
      case "file":
        return visible(node.name.slice(node.name.lastIndexOf("/") + 1));
      default:
        return visible(node.name);
    }
  }
  function fullName(node, subject) {
    switch (node.kind) {
      case "file":
        return visible(pathOf(node));
      case "directory":
        return `${visible(pathOf(node))}/`;
      case "gathered":
        return `${nodeName(node, subject)} in ${node.parent === null ? "/" : fullName(node.parent, subject)}`;
      case "package":
        return `${visible(node.parent?.name ?? "")} package ${visible(node.name)}`;
      default:
        return nodeName(node, subject);
    }
  }

  // src/report/page/changes.ts
  var voice = {
    quote: (text) => visible(truncate(text, 2e3)),
    say: (text) => visible(truncate(text, 2e3))
  };
  function changeList(subject) {
    const { image, report } = subject;
    if (image.changes.length === 0) return null;
    const largest = Math.max(1, ...image.changes.map(({ delta }) => weightOf(delta, report.metric)));
    const isShare = image.focus !== null;
    const rows = image.changes.map((row) => changeRow(row, null, { subject, largest, isShare }));
    const guesses = assumptions(image).map(({ reason }) => visible(reason));
    const focus = image.focus === null ? "" : ` below ${visible(image.focus.path)}`;
    return section(
      "changes",
      `What changed${focus}`,
      guesses.length === 0 ? null : el("p", { class: "note" }, `Assumed to be yours: ${guesses.join("; ")}.`),
      el("ul", { class: "changes" }, ...rows)
    );
  }
  function changeRow(row, parent, frame) {
    const { children } = row;
    const line = changeLine(row, parent, frame);
    if (children.length === 0) return el("li", {}, el("div", { class: "change" }, ...line));
    const below2 = el("ul", {});
    const details = el("details", {}, el("summary", { class: "change" }, ...line), below2);
    const fill = () => {
      if (below2.childElementCount > 0) return;
      below2.append(...children.map((child) => changeRow(child, row, { ...frame, isShare: true })));
    };
    details.addEventListener("toggle", fill, { once: true });
    return el("li", {}, details);
  }
  function changeLine(row, parent, { subject, largest, isShare }) {
    const { report, image, links } = subject;
    const { location, delta } = row;
    const at = row.after === null ? image.baseline.commit : void 0;
    const place = location === null ? null : link(placeText(location), links.lines(location, at));
    const why = causeText(row, voice);
    return [
      el("span", { class: "number" }, figureText(delta, report.metric, isShare), deltaBar(delta, report.metric, largest)),
      el(
        "span",
        { class: "what" },
        place === null ? null : el("span", { class: "where" }, place, " "),
        el("span", { class: row.kind === "layer" ? "instruction" : "name" }, describe(row, voice, parent)),
        why === "" ? null : el("span", { class: "cause" }, ` ${why}`)
      )
    ];
  }
  function deltaBar(delta, metric, largest) {
    const bytes = (metric === "disk" ? delta.diskBytes : delta.downloadBytes) ?? delta.diskBytes ?? 0;
    return bar(weightOf(delta, metric) / largest, { class: `bar ${bytes < 0 ? "less" : "more"}` });
  }

  // src/report/page/findings.ts
  function findingList(subject) {
    const { image, report } = subject;
    const { findings, suppressed } = image;
    if (findings.length + suppressed.length === 0) return null;
    const total = totalPrice(findings, report.metric);
    const title = `${plural(findings.length, "finding")}${total > 0 ? `, ${formatBytes(total)} to save` : ""}`;
    const sorted = byPrice(findings, report.metric);
    const noted = sorted.filter((finding) => !isAdvice(finding));
    const advice = sorted.filter(isAdvice);
    const listOf = (items) => el("ul", { class: "findings" }, ...items.map((item) => findingItem(item, subject)));
    return section(
      "findings",
      title,
      listOf(noted),
      advice.length === 0 ? null : folded(plural(advice.length, "piece of advice", "pieces of advice"), listOf(advice)),
      suppressed.length === 0 ? null : folded(
        `${plural(suppressed.length, "finding")} suppressed`,
        el("ul", {}, ...suppressed.map((item) => el("li", {}, suppressedText(item))))
      )
    );
  }
  var folded = (title, content) => el("details", { class: "folded" }, el("summary", {}, title), content);
  function findingItem(finding, { report, links }) {
    const { rule, severity, message, location, evidence, fix, aliases } = finding;
    const price = priceBy(report.metric, finding);
    const estimate = finding.price !== null && !finding.price.measured ? "about " : "";
    const names = [rule, ...aliases].map(visible).join(", ");
    return el(
      "li",
      { class: "finding" },
      el(
        "div",
        { class: "price" },
        price === null || price === 0 ? "–" : `${estimate}${formatBytes(price)}`,
        el("span", { class: `severity ${severity}` }, severity)
      ),
      el(
        "div",
        {},
        el("p", { class: "message" }, prose(message)),
        el(
          "p",
          { class: "where" },
          location === null ? null : link(placeText(location), links.lines(location)),
          location === null ? "" : " · ",
          names
        ),
        evidence.length === 0 ? null : el("ul", { class: "evidence" }, ...evidence.map((text) => el("li", {}, prose(text)))),
        fix === null ? null : fixPart(fix)
      )
    );
  }
  function fixPart({ safe, lines }) {
    const title = safe ? "Fix: changes nothing else" : "Fix to try: build and test before you keep it";
    const content = lines === null ? el("p", {}, "It is too long to be shown.") : el("div", {}, ...lines.map(diffPart));
    return folded(title, content);
  }
  function diffPart({ file, firstLine, before, after }) {
    const line = (sign, text) => el("span", { class: sign === "-" ? "less" : "more" }, `${sign} ${visible(text)}
`);
    return el(
      "figure",
      { class: "diff" },
      el("figcaption", {}, code(`${file}:${firstLine}`)),
      el("pre", { tabindex: 0 }, ...before.map((text) => line("-", text)), ...after.map((text) => line("+", text)))
    );
  }
  function suppressedText({ rule, by, reason }) {
    const why = reason === null ? "without a reason" : visible(reason);
    return `${visible(rule)}: by ${visible(by.file)}:${by.line}, ${why}`;
  }

  // src/report/page/change.ts
  function stateOf({ bytes, before, isThere, wasThere }, isCompared) {
    if (!isCompared) return "unknown";
    if (!wasThere && isThere) return "new";
    if (wasThere && !isThere) return "gone";
    return bytes === before ? "same" : bytes > before ? "grown" : "shrunk";
  }
  var signs = {
    new: "+",
    grown: "▲",
    shrunk: "▼",
    same: "",
    gone: "×",
    unknown: ""
  };
  function changeText(weight, isCompared) {
    const state = stateOf(weight, isCompared);
    const delta = weight.bytes - weight.before;
    switch (state) {
      case "unknown":
        return "";
      case "new":
        return "new";
      case "gone":
        return `gone (${formatDelta(delta)})`;
      case "same":
        return "same size";
      default:
        return `${state} by ${formatBytes(Math.abs(delta))}, from ${formatExactBytes(weight.before)}`;
    }
  }
  function strengthOf({ bytes, before }) {
    const whole = Math.max(bytes, before);
    return whole === 0 ? 1 : Math.min(1, 0.3 + 1.4 * Math.abs(bytes - before) / whole);
  }

  // src/report/page/layers.ts
  function layerTable(subject, onChoice) {
    const { image, isCompared, hasFiles } = subject;
    const { layers } = image.current;
    const nodes = new Map(subject.byLayer().children.map((node) => [node.layer, node]));
    const largest = layers.reduce((most, { diskBytes }) => Math.max(most, diskBytes), 1);
    const rows = layers.map(
      (layer, place) => el(
        "tr",
        {},
        el(
          "td",
          { class: "number" },
          button(
            { class: "plain", "aria-label": `Layer ${place + 1} on the map` },
            () => onChoice(place),
            String(place + 1)
          )
        ),
        el("th", { scope: "row" }, ...lineParts(layer, subject)),
        el(
          "td",
          { class: "number", title: formatExactBytes(layer.diskBytes) },
          formatBytes(layer.diskBytes),
          bar(layer.diskBytes / largest)
        ),
        el("td", { class: "number" }, sizeText(layer.downloadBytes)),
        ...nodeCells(nodes.get(place), subject)
      )
    );
    const titles = [
      "Layer",
      "Dockerfile line",
      "Disk",
      "Download",
      ...isCompared ? ["Change"] : [],
      ...hasFiles ? ["Hidden"] : []
    ];
    const head = titles.map((title, at) => el("th", { scope: "col", class: at > 1 ? "number" : null }, title));
    return section(
      "layers",
      plural(layers.length, "layer"),
      scrolling(
        "Layers",
        el("table", { class: "layers" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows))
      )
    );
  }
  function lineParts(layer, { links }) {
    const { location, origin, attribution } = layer;
    const place = location === null ? null : link(placeText(location), links.lines(location));
    const stage = location?.stage == null || /^\d+$/.test(location.stage) ? null : `stage ${visible(location.stage)}`;
    const facts = [
      origin === "base" ? "base image" : null,
      stage,
      attribution === "history" ? "by the image's history" : null
    ].filter((fact2) => fact2 !== null);
    const where = [place, facts.length > 0 && place !== null ? " · " : null, facts.join(" · ")];
    return [el("div", { class: "where" }, ...where), el("div", { class: "instruction" }, code(layerName(layer)))];
  }
  function nodeCells(node, { isCompared, hasFiles }) {
    if (node === void 0) return [];
    const state = stateOf(node, isCompared);
    const change = state === "same" ? "–" : formatDelta(node.bytes - node.before) + (state === "new" ? " new" : "");
    const hidden = node.hidden === 0 ? "–" : formatBytes(node.hidden);
    return [
      ...isCompared ? [el("td", { class: `number delta ${state}` }, change)] : [],
      ...hasFiles ? [el("td", { class: "number" }, hidden)] : []
    ];
  }

  // src/report/page/details.ts
  function detailLines(node, subject) {
    const lines = [
      el("strong", {}, fullName(node, subject)),
      el("span", {}, [formatExactBytes(node.bytes), ...shares(node, subject)].join(" · ")),
      ...[changeText(node, subject.isCompared), hiddenText(node), filesText(node)].map((text) => el("span", {}, text)),
      ...layerLines(node, subject)
    ];
    return lines.filter(({ textContent }) => textContent !== "").map((line) => el("div", {}, line));
  }
  function describeNode(node, subject) {
    const parts = [
      fullName(node, subject),
      formatBytes(node.bytes),
      ...shares(node, subject),
      changeText(node, subject.isCompared),
      hiddenText(node)
    ];
    return parts.filter((part2) => part2 !== "").join(", ");
  }
  function shares(node, { image }) {
    const { diskBytes } = image.current;
    const share = diskBytes === 0 ? [] : [`${formatPercent(node.bytes / diskBytes * 100)} of the image`];
    const { parent } = node;
    const isPart = parent !== null && parent.parent !== null && parent.bytes > 0;
    return isPart ? [...share, `${formatPercent(node.bytes / parent.bytes * 100)} of what it lies in`] : share;
  }
  function hiddenText({ hidden, bytes }) {
    if (hidden === 0) return "";
    return hidden === bytes ? "hidden by a later layer" : `${formatBytes(hidden)} of it hidden by later layers`;
  }
  var filesText = ({ kind, files }) => kind === "file" || files === 0 ? "" : plural(files, "file").replace(/^\d+/, files.toLocaleString("en-US"));
  function layerLines({ layer: place, owner, kind }, subject) {
    const layer = place === null ? null : subject.layerAt(place);
    if (layer === null || place === null) return [];
    const where = layer.location === null ? "" : ` · ${placeText(layer.location)}`;
    const owned = kind === "file" ? subject.ownerName(owner) : null;
    return [
      ...owned === null ? [] : [el("span", {}, `package ${visible(owned)}`)],
      el("span", {}, `${subject.isGone(place) ? "Layer that is gone" : `Layer ${place + 1}`}${where}`),
      ...kind === "layer" ? [] : [code(layerName(layer))]
    ];
  }

  // node_modules/d3-hierarchy/dist/d3-hierarchy.mjs
  function count(node) {
    var sum2 = 0, children = node.children, i = children && children.length;
    if (!i) sum2 = 1;
    else while (--i >= 0) sum2 += children[i].value;
    node.value = sum2;
  }
  function node_count() {
    return this.eachAfter(count);
  }
  function node_each(callback, that) {
    let index2 = -1;
    for (const node of this) {
      callback.call(that, node, ++index2, this);
    }
    return this;
  }
  function node_eachBefore(callback, that) {
    var node = this, nodes = [node], children, i, index2 = -1;
    while (node = nodes.pop()) {
      callback.call(that, node, ++index2, this);
      if (children = node.children) {
        for (i = children.length - 1; i >= 0; --i) {
          nodes.push(children[i]);
        }
      }
    }
    return this;
  }
  function node_eachAfter(callback, that) {
    var node = this, nodes = [node], next = [], children, i, n, index2 = -1;
    while (node = nodes.pop()) {
      next.push(node);
      if (children = node.children) {
        for (i = 0, n = children.length; i < n; ++i) {
          nodes.push(children[i]);
        }
      }
    }
    while (node = next.pop()) {
      callback.call(that, node, ++index2, this);
    }
    return this;
  }
  function node_find(callback, that) {
    let index2 = -1;
    for (const node of this) {
      if (callback.call(that, node, ++index2, this)) {
        return node;
      }
    }
  }
  function node_sum(value) {
    return this.eachAfter(function(node) {
      var sum2 = +value(node.data) || 0, children = node.children, i = children && children.length;
      while (--i >= 0) sum2 += children[i].value;
      node.value = sum2;
    });
  }
  function node_sort(compare) {
    return this.eachBefore(function(node) {
      if (node.children) {
        node.children.sort(compare);
      }
    });
  }
  function node_path(end) {
    var start2 = this, ancestor = leastCommonAncestor(start2, end), nodes = [start2];
    while (start2 !== ancestor) {
      start2 = start2.parent;
      nodes.push(start2);
    }
    var k = nodes.length;
    while (end !== ancestor) {
      nodes.splice(k, 0, end);
      end = end.parent;
    }
    return nodes;
  }
  function leastCommonAncestor(a, b) {
    if (a === b) return a;
    var aNodes = a.ancestors(), bNodes = b.ancestors(), c = null;
    a = aNodes.pop();
    b = bNodes.pop();
    while (a === b) {
      c = a;
      a = aNodes.pop();
      b = bNodes.pop();
    }
    return c;
  }
  function node_ancestors() {
    var node = this, nodes = [node];
    while (node = node.parent) {
      nodes.push(node);
    }
    return nodes;
  }
  function node_descendants() {
    return Array.from(this);
  }
  function node_leaves() {
    var leaves = [];
    this.eachBefore(function(node) {
      if (!node.children) {
        leaves.push(node);
      }
    });
    return leaves;
  }
  function node_links() {
    var root = this, links = [];
    root.each(function(node) {
      if (node !== root) {
        links.push({ source: node.parent, target: node });
      }
    });
    return links;
  }
  function* node_iterator() {
    var node = this, current, next = [node], children, i, n;
    do {
      current = next.reverse(), next = [];
      while (node = current.pop()) {
        yield node;
        if (children = node.children) {
          for (i = 0, n = children.length; i < n; ++i) {
            next.push(children[i]);
          }
        }
      }
    } while (next.length);
  }
  function hierarchy(data, children) {
    if (data instanceof Map) {
      data = [void 0, data];
      if (children === void 0) children = mapChildren;
    } else if (children === void 0) {
      children = objectChildren;
    }
    var root = new Node$1(data), node, nodes = [root], child, childs, i, n;
    while (node = nodes.pop()) {
      if ((childs = children(node.data)) && (n = (childs = Array.from(childs)).length)) {
        node.children = childs;
        for (i = n - 1; i >= 0; --i) {
          nodes.push(child = childs[i] = new Node$1(childs[i]));
          child.parent = node;
          child.depth = node.depth + 1;
        }
      }
    }
    return root.eachBefore(computeHeight);
  }
  function node_copy() {
    return hierarchy(this).eachBefore(copyData);
  }
  function objectChildren(d) {
    return d.children;
  }
  function mapChildren(d) {
    return Array.isArray(d) ? d[1] : null;
  }
  function copyData(node) {
    if (node.data.value !== void 0) node.value = node.data.value;
    node.data = node.data.data;
  }
  function computeHeight(node) {
    var height = 0;
    do
      node.height = height;
    while ((node = node.parent) && node.height < ++height);
  }
  function Node$1(data) {
    this.data = data;
    this.depth = this.height = 0;
    this.parent = null;
  }
  Node$1.prototype = hierarchy.prototype = {
    constructor: Node$1,
    count: node_count,
    each: node_each,
    eachAfter: node_eachAfter,
    eachBefore: node_eachBefore,
    find: node_find,
    sum: node_sum,
    sort: node_sort,
    path: node_path,
    ancestors: node_ancestors,
    descendants: node_descendants,
    leaves: node_leaves,
    links: node_links,
    copy: node_copy,
    [Symbol.iterator]: node_iterator
  };
  function required(f) {
    if (typeof f !== "function") throw new Error();
    return f;
  }
  function constantZero() {
    return 0;
  }
  function constant(x) {
    return function() {
      return x;
    };
  }
  function roundNode(node) {
    node.x0 = Math.round(node.x0);
    node.y0 = Math.round(node.y0);
    node.x1 = Math.round(node.x1);
    node.y1 = Math.round(node.y1);
  }
  function treemapDice(parent, x0, y0, x1, y1) {
    var nodes = parent.children, node, i = -1, n = nodes.length, k = parent.value && (x1 - x0) / parent.value;
    while (++i < n) {
      node = nodes[i], node.y0 = y0, node.y1 = y1;
      node.x0 = x0, node.x1 = x0 += node.value * k;
    }
  }
  function TreeNode(node, i) {
    this._ = node;
    this.parent = null;
    this.children = null;
    this.A = null;
    this.a = this;
    this.z = 0;
    this.m = 0;
    this.c = 0;
    this.s = 0;
    this.t = null;
    this.i = i;
  }
  TreeNode.prototype = Object.create(Node$1.prototype);
  function treemapSlice(parent, x0, y0, x1, y1) {
    var nodes = parent.children, node, i = -1, n = nodes.length, k = parent.value && (y1 - y0) / parent.value;
    while (++i < n) {
      node = nodes[i], node.x0 = x0, node.x1 = x1;
      node.y0 = y0, node.y1 = y0 += node.value * k;
    }
  }
  var phi = (1 + Math.sqrt(5)) / 2;
  function squarifyRatio(ratio, parent, x0, y0, x1, y1) {
    var rows = [], nodes = parent.children, row, nodeValue, i0 = 0, i1 = 0, n = nodes.length, dx, dy, value = parent.value, sumValue, minValue, maxValue, newRatio, minRatio, alpha, beta;
    while (i0 < n) {
      dx = x1 - x0, dy = y1 - y0;
      do
        sumValue = nodes[i1++].value;
      while (!sumValue && i1 < n);
      minValue = maxValue = sumValue;
      alpha = Math.max(dy / dx, dx / dy) / (value * ratio);
      beta = sumValue * sumValue * alpha;
      minRatio = Math.max(maxValue / beta, beta / minValue);
      for (; i1 < n; ++i1) {
        sumValue += nodeValue = nodes[i1].value;
        if (nodeValue < minValue) minValue = nodeValue;
        if (nodeValue > maxValue) maxValue = nodeValue;
        beta = sumValue * sumValue * alpha;
        newRatio = Math.max(maxValue / beta, beta / minValue);
        if (newRatio > minRatio) {
          sumValue -= nodeValue;
          break;
        }
        minRatio = newRatio;
      }
      rows.push(row = { value: sumValue, dice: dx < dy, children: nodes.slice(i0, i1) });
      if (row.dice) treemapDice(row, x0, y0, x1, value ? y0 += dy * sumValue / value : y1);
      else treemapSlice(row, x0, y0, value ? x0 += dx * sumValue / value : x1, y1);
      value -= sumValue, i0 = i1;
    }
    return rows;
  }
  var squarify = (function custom(ratio) {
    function squarify2(parent, x0, y0, x1, y1) {
      squarifyRatio(ratio, parent, x0, y0, x1, y1);
    }
    squarify2.ratio = function(x) {
      return custom((x = +x) > 1 ? x : 1);
    };
    return squarify2;
  })(phi);
  function index() {
    var tile = squarify, round = false, dx = 1, dy = 1, paddingStack = [0], paddingInner = constantZero, paddingTop = constantZero, paddingRight = constantZero, paddingBottom = constantZero, paddingLeft = constantZero;
    function treemap(root) {
      root.x0 = root.y0 = 0;
      root.x1 = dx;
      root.y1 = dy;
      root.eachBefore(positionNode);
      paddingStack = [0];
      if (round) root.eachBefore(roundNode);
      return root;
    }
    function positionNode(node) {
      var p = paddingStack[node.depth], x0 = node.x0 + p, y0 = node.y0 + p, x1 = node.x1 - p, y1 = node.y1 - p;
      if (x1 < x0) x0 = x1 = (x0 + x1) / 2;
      if (y1 < y0) y0 = y1 = (y0 + y1) / 2;
      node.x0 = x0;
      node.y0 = y0;
      node.x1 = x1;
      node.y1 = y1;
      if (node.children) {
        p = paddingStack[node.depth + 1] = paddingInner(node) / 2;
        x0 += paddingLeft(node) - p;
        y0 += paddingTop(node) - p;
        x1 -= paddingRight(node) - p;
        y1 -= paddingBottom(node) - p;
        if (x1 < x0) x0 = x1 = (x0 + x1) / 2;
        if (y1 < y0) y0 = y1 = (y0 + y1) / 2;
        tile(node, x0, y0, x1, y1);
      }
    }
    treemap.round = function(x) {
      return arguments.length ? (round = !!x, treemap) : round;
    };
    treemap.size = function(x) {
      return arguments.length ? (dx = +x[0], dy = +x[1], treemap) : [dx, dy];
    };
    treemap.tile = function(x) {
      return arguments.length ? (tile = required(x), treemap) : tile;
    };
    treemap.padding = function(x) {
      return arguments.length ? treemap.paddingInner(x).paddingOuter(x) : treemap.paddingInner();
    };
    treemap.paddingInner = function(x) {
      return arguments.length ? (paddingInner = typeof x === "function" ? x : constant(+x), treemap) : paddingInner;
    };
    treemap.paddingOuter = function(x) {
      return arguments.length ? treemap.paddingTop(x).paddingRight(x).paddingBottom(x).paddingLeft(x) : treemap.paddingTop();
    };
    treemap.paddingTop = function(x) {
      return arguments.length ? (paddingTop = typeof x === "function" ? x : constant(+x), treemap) : paddingTop;
    };
    treemap.paddingRight = function(x) {
      return arguments.length ? (paddingRight = typeof x === "function" ? x : constant(+x), treemap) : paddingRight;
    };
    treemap.paddingBottom = function(x) {
      return arguments.length ? (paddingBottom = typeof x === "function" ? x : constant(+x), treemap) : paddingBottom;
    };
    treemap.paddingLeft = function(x) {
      return arguments.length ? (paddingLeft = typeof x === "function" ? x : constant(+x), treemap) : paddingLeft;
    };
    return treemap;
  }
  var resquarify = (function custom2(ratio) {
    function resquarify2(parent, x0, y0, x1, y1) {
      if ((rows = parent._squarify) && rows.ratio === ratio) {
        var rows, row, nodes, i, j = -1, n, m = rows.length, value = parent.value;
        while (++j < m) {
          row = rows[j], nodes = row.children;
          for (i = row.value = 0, n = nodes.length; i < n; ++i) row.value += nodes[i].value;
          if (row.dice) treemapDice(row, x0, y0, x1, value ? y0 += (y1 - y0) * row.value / value : y1);
          else treemapSlice(row, x0, y0, value ? x0 += (x1 - x0) * row.value / value : x1, y1);
          value -= row.value;
        }
      } else {
        parent._squarify = rows = squarifyRatio(ratio, parent, x0, y0, x1, y1);
        rows.ratio = ratio;
      }
    }
    resquarify2.ratio = function(x) {
      return custom2((x = +x) > 1 ? x : 1);
    };
    return resquarify2;
  })(phi);

  // src/report/page/treemap.ts
  var titleHeight = 20;
  var leastTitled = 44;
  var mostParts = 120;
  var leastArea = 160;
  var leastHolderArea = 3e3;
  var mostLevels = 3;
  function layOut(top, width, height) {
    const parts = partsOf(top, mostLevels, width * height / top.bytes);
    const root = hierarchy({ node: top, count: 1, bytes: 0, parts }, ({ parts: parts2 }) => [...parts2]).sum(({ bytes, parts: parts2 }) => parts2.length > 0 ? 0 : bytes).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const laidOut = index().tile(squarify).size([width, height]).paddingInner(2).paddingOuter(({ depth }) => depth === 0 ? 0 : 3).paddingTop(({ depth, y0, y1 }) => depth === 0 ? 0 : y1 - y0 < leastTitled ? 3 : titleHeight).round(true)(root);
    return (laidOut.children ?? []).map(cellOf);
  }
  function partsOf(node, levels2, scale) {
    if (levels2 === 0 || node.bytes * scale < leastHolderArea) return [];
    const sorted = node.children.filter(({ bytes: bytes2 }) => bytes2 > 0).sort((a, b) => b.bytes - a.bytes);
    const shown = sorted.slice(0, mostParts).filter(({ bytes: bytes2 }) => bytes2 * scale >= leastArea);
    const left = sorted.slice(shown.length);
    const parts = shown.map((child) => {
      return { node: child, count: 1, bytes: child.bytes, parts: partsOf(child, levels2 - 1, scale) };
    });
    if (left.length === 0) return parts;
    const bytes = left.reduce((sum2, child) => sum2 + child.bytes, 0);
    return [...parts, { node: null, count: left.length, bytes, parts: [] }];
  }
  var cellOf = ({ data, children, parent, x0, y0, x1, y1 }) => ({
    node: data.node,
    count: data.count,
    bytes: data.bytes,
    left: x0 - (parent?.x0 ?? 0),
    top: y0 - (parent?.y0 ?? 0),
    width: x1 - x0,
    height: y1 - y0,
    cells: (children ?? []).map(cellOf).filter(({ width, height }) => width >= 3 && height >= 3)
  });

  // src/report/page/map-items.ts
  var leastLabel = { width: 44, height: 15 };
  function drawCells(cells, subject, items, level = 1) {
    return cells.map((cell) => {
      const element = cell.node === null ? sumItem(cell) : nodeItem(cell.node, cell, subject, items, level);
      const { style } = element;
      style.left = `${cell.left}px`;
      style.top = `${cell.top}px`;
      style.width = `${cell.width}px`;
      style.height = `${cell.height}px`;
      return element;
    });
  }
  function nodeItem(node, cell, subject, items, level) {
    const state = stateOf(node, subject.isCompared);
    const isHidden = node.hidden > 0 && node.hidden === node.bytes;
    const item = el("li", {
      role: "treeitem",
      tabindex: -1,
      class: `cell ${state}${isHidden ? " dead" : ""}${cell.cells.length > 0 ? " holder" : ""}`,
      "aria-level": level,
      "aria-selected": "false",
      "aria-label": describeNode(node, subject),
      "aria-expanded": node.children.length > 0 ? String(cell.cells.length > 0) : null
    });
    item.style.setProperty("--strength", `${Math.round(100 * strengthOf(node))}%`);
    items.set(item, node);
    const name = [signs[state], nodeName(node, subject)].filter((part2) => part2 !== "").join(" ");
    if (hasLabel(cell)) item.append(label(name, node.bytes, cell));
    if (cell.cells.length > 0) {
      item.append(el("ul", { role: "group" }, ...drawCells(cell.cells, subject, items, level + 1)));
    }
    return item;
  }
  var hasLabel = ({ width, height, cells }) => width >= leastLabel.width && height >= (cells.length > 0 ? leastTitled : leastLabel.height);
  var leastWithSize = 90;
  function label(name, bytes, { cells, width, height }) {
    const isTall = cells.length === 0 && height >= 2 * titleHeight;
    return el(
      "span",
      { class: isTall ? "label tall" : "label", "aria-hidden": "true" },
      el("span", { class: "name" }, name),
      isTall || width >= leastWithSize ? el("span", { class: "size" }, formatBytes(bytes)) : null
    );
  }
  function sumItem(cell) {
    const text = `${plural(cell.count, "smaller item")}, ${formatBytes(cell.bytes)}`;
    const item = el("li", { role: "none", class: "cell sum", title: text });
    if (hasLabel(cell)) item.append(label(`${cell.count} smaller`, cell.bytes, cell));
    return item;
  }
  function moveOf(key, at, items) {
    const within = (place) => Math.max(0, Math.min(items.length - 1, place));
    const item = items[at];
    const level = levelOf(item);
    switch (key) {
      case "ArrowDown":
        return within(at + 1);
      case "ArrowUp":
        return within(at - 1);
      case "Home":
        return within(0);
      case "End":
        return within(items.length - 1);
      case "ArrowRight":
        return levelOf(items[at + 1]) > level ? at + 1 : at;
      case "ArrowLeft": {
        const parent = items.findLastIndex((other, place) => place < at && levelOf(other) < level);
        return parent < 0 ? at : parent;
      }
      default:
        return null;
    }
  }
  var levelOf = (item) => Number(item?.getAttribute("aria-level") ?? 0);

  // src/report/page/search.ts
  var mostResults = 100;
  function indexOf(subject) {
    const packages = subject.byPackage();
    const nodes = [
      ...[...below(subject.byLayer())].filter(({ kind }) => kind === "layer" || kind === "file"),
      ...packages === null ? [] : [...below(packages)].filter(({ kind }) => kind === "package")
    ];
    return nodes.map((node) => ({
      node,
      text: (node.kind === "file" ? pathOf(node) : fullName(node, subject)).toLowerCase()
    }));
  }
  function find(index2, query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return index2.filter(({ text }) => words.every((word) => text.includes(word))).map(({ node }) => node).sort((a, b) => b.bytes - a.bytes);
  }
  function searchBox(subject, onChoice) {
    let index2 = null;
    const field = el("input", {
      type: "search",
      id: "search",
      placeholder: "Search paths and packages",
      spellcheck: "false"
    });
    const count2 = el("p", { class: "count", role: "status" });
    const results = el("ul", { class: "results" });
    const search = () => {
      index2 ??= indexOf(subject);
      const found = find(index2, field.value);
      const shown = found.slice(0, mostResults);
      count2.textContent = field.value.trim() === "" ? "" : countText(found, shown.length);
      results.replaceChildren(...shown.map((node) => el("li", {}, resultButton(node, subject, onChoice))));
    };
    field.addEventListener("input", search);
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      field.value = "";
      search();
    });
    return el(
      "search",
      {},
      el("label", { for: "search", class: "sr" }, "Search paths and packages"),
      field,
      count2,
      results
    );
  }
  function countText(found, shown) {
    const kinds = new Set(found.map(({ kind }) => kind));
    const bytes = kinds.size > 1 ? "" : `, ${formatBytes(found.reduce((sum2, node) => sum2 + node.bytes, 0))}`;
    const cut = shown < found.length ? `; the ${shown} largest are listed` : "";
    return `${plural(found.length, "match", "matches")}${bytes}${cut}`;
  }
  function resultButton(node, subject, onChoice) {
    const sign = signs[stateOf(node, subject.isCompared)];
    return button(
      { class: "result" },
      () => onChoice(node),
      el("span", { class: "name" }, [sign, fullName(node, subject)].filter(Boolean).join(" ")),
      el("span", { class: "size" }, formatBytes(node.bytes))
    );
  }

  // src/report/page/tip.ts
  var Tip = class {
    element = el("div", { class: "tip", "aria-hidden": "true", hidden: true });
    show(lines, at) {
      const { element } = this;
      element.replaceChildren(...lines);
      element.hidden = false;
      const { width, height } = element.getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      const [x, y] = [at.x + 14, at.y + 14];
      element.style.left = `${Math.max(8, Math.min(x, clientWidth - width - 8))}px`;
      element.style.top = `${y + height > clientHeight ? Math.max(8, at.y - height - 10) : y}px`;
    }
    hide() {
      this.element.hidden = true;
    }
  };

  // src/report/page/map.ts
  var ImageMap = class {
    element;
    subject;
    canvas = el("ul", { class: "treemap", role: "tree", "aria-label": "Map of the image" });
    crumbs = el("ol", { class: "crumbs" });
    gone = el("p", { class: "note" });
    details = el("div", { class: "details" });
    voice = el("p", { class: "sr", role: "status" });
    tip = new Tip();
    choices;
    items = /* @__PURE__ */ new Map();
    by = "layer";
    top;
    selected = null;
    constructor(subject) {
      this.subject = subject;
      this.top = this.root();
      this.choices = new Map(["layer", "package"].map((by) => [by, this.choice(by)]));
      this.element = this.build();
      this.listen();
    }
    /** Leads to a layer by its place on the top level. */
    showLayer(place) {
      const layer = this.subject.byLayer().children.find((node) => node.layer === place);
      if (layer !== void 0) this.reveal(layer);
    }
    build() {
      const { subject } = this;
      return section(
        "map",
        "Where the bytes are",
        el("p", { class: "note" }, noteOf(subject)),
        el(
          "div",
          { class: "tools" },
          el("div", { class: "choices", role: "group", "aria-label": "Arrangement" }, ...this.choices.values()),
          searchBox(subject, (node) => this.reveal(node))
        ),
        el("nav", { "aria-label": "Place on the map" }, this.crumbs),
        this.canvas,
        this.tip.element,
        legend(subject),
        this.gone,
        this.details,
        this.voice
      );
    }
    listen() {
      const { canvas, tip } = this;
      canvas.addEventListener("click", ({ target }) => {
        const node = this.items.get(itemAt(target) ?? canvas);
        if (node !== void 0) this.enter(node);
      });
      canvas.addEventListener("keydown", (event) => this.press(event));
      canvas.addEventListener(
        "pointermove",
        ({ target, clientX, clientY }) => this.explain(target, { x: clientX, y: clientY })
      );
      canvas.addEventListener("focusin", ({ target }) => {
        if (target instanceof Element && target.matches(":focus-visible")) this.explain(target, cornerOf(target));
      });
      for (const end of ["pointerleave", "focusout"]) canvas.addEventListener(end, () => tip.hide());
      new ResizeObserver(() => this.draw()).observe(canvas);
    }
    press(event) {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
      const elements = [...this.items.keys()];
      const node = this.items.get(target);
      const move = moveOf(key, elements.indexOf(target), elements);
      if (move !== null) this.focus(elements[move]);
      else if ((key === "Enter" || key === " ") && node !== void 0) this.enter(node);
      else if (key === "Escape" || key === "Backspace") this.leave();
      else return;
      event.preventDefault();
    }
    root() {
      const packages = this.by === "package" ? this.subject.byPackage() : null;
      return packages ?? this.subject.byLayer();
    }
    choice(by) {
      const isKnown = by === "layer" || this.subject.knowsPackages;
      return button({ "aria-pressed": String(by === this.by), disabled: !isKnown }, () => this.arrange(by), `By ${by}`);
    }
    arrange(by) {
      this.by = by;
      this.top = this.root();
      this.selected = null;
      for (const [name, choice] of this.choices) choice.setAttribute("aria-pressed", String(name === by));
      this.draw();
    }
    enter(node) {
      if (node.children.length > 0) this.open(node, null);
      else this.select(node);
    }
    leave() {
      if (this.top.parent !== null) this.open(this.top.parent, this.top);
    }
    /** Shows what a node holds; the focus goes to `from`, else to the largest part. */
    open(node, from) {
      this.top = node;
      this.selected = null;
      this.draw();
      this.focus((from && this.elementOf(from)) ?? this.items.keys().next().value);
      this.voice.textContent = `${describeNode(node, this.subject)}; ${plural(node.children.length, "item")}`;
    }
    select(node) {
      this.selected = node;
      this.draw();
      this.focus(this.elementOf(node));
      this.voice.textContent = describeNode(node, this.subject);
    }
    /** Leads here from elsewhere: what is beside the node is shown, and what is known of it. */
    reveal(node) {
      const [root] = lineTo(node);
      this.arrange(root === this.subject.byLayer() ? "layer" : "package");
      this.top = node.parent ?? node;
      this.select(node);
      this.canvas.scrollIntoView({ block: "nearest" });
    }
    explain(target, at) {
      const node = this.items.get(itemAt(target) ?? this.canvas);
      if (node === void 0) this.tip.hide();
      else this.tip.show(detailLines(node, this.subject), at);
    }
    elementOf(node) {
      return [...this.items].find(([, shown]) => shown === node)?.[0];
    }
    focus(element) {
      if (element === void 0) return;
      for (const other of this.items.keys()) other.tabIndex = other === element ? 0 : -1;
      element.focus({ preventScroll: true });
    }
    draw() {
      const { subject, canvas, top, selected } = this;
      this.tip.hide();
      this.items = /* @__PURE__ */ new Map();
      const cells = layOut(top, canvas.clientWidth, canvas.clientHeight);
      canvas.replaceChildren(...drawCells(cells, subject, this.items));
      const chosen = selected && this.elementOf(selected);
      chosen?.setAttribute("aria-selected", "true");
      const first = chosen ?? this.items.keys().next().value;
      if (first !== void 0) first.tabIndex = 0;
      this.crumbs.replaceChildren(...this.crumbItems());
      this.gone.textContent = goneText(top, subject);
      this.details.replaceChildren(...selected === null ? [] : detailLines(selected, subject));
    }
    crumbItems() {
      return lineTo(this.top).map((node) => {
        const name = nodeName(node, this.subject);
        if (node === this.top) return el("li", {}, el("span", { "aria-current": "location" }, name));
        return el(
          "li",
          {},
          button({}, () => this.open(node, null), name)
        );
      });
    }
  };
  var itemAt = (target) => target instanceof Element ? target.closest("[role=treeitem]") : null;
  function cornerOf(element) {
    const { left, bottom } = element.getBoundingClientRect();
    return { x: left, y: bottom - 10 };
  }
  function noteOf({ hasFiles, isCompared, image, gathered }) {
    const small = gathered === 0 ? "" : ` Of each directory the smallest files are one item, ${gathered.toLocaleString("en-US")} in all.`;
    if (!hasFiles) return "Areas are bytes on disk. The files are not in this report: the map ends at what it tells.";
    if (!isCompared) {
      const why = image.baseline.kind === "none" ? "there is no baseline" : "the baseline's files were not kept";
      return `Areas are bytes on disk. Nothing is compared: ${why}.${small}`;
    }
    return `Areas are bytes on disk; colours and signs tell what changed since the baseline, stronger where more of it did.${small}`;
  }
  var states = ["new", "grown", "shrunk", "same"];
  function legend({ isCompared, hasFiles }) {
    const entry = (name, text) => el("li", {}, el("span", { class: `swatch ${name}`, "aria-hidden": "true" }), text);
    return el(
      "ul",
      { class: "legend", "aria-label": "Legend" },
      ...isCompared ? states.map((state) => entry(state, `${signs[state]} ${state === "same" ? "same size" : state}`)) : [],
      hasFiles ? entry("dead", "hidden by a later layer") : null
    );
  }
  var mostGone = 5;
  function goneText({ children }, subject) {
    const gone = children.filter((node) => stateOf(node, subject.isCompared) === "gone");
    if (gone.length === 0) return "";
    const named = gone.sort((a, b) => b.before - a.before).slice(0, mostGone);
    const more = gone.length - named.length;
    const names = named.map((node) => `${fullName(node, subject)} (${formatDelta(-node.before)})`);
    return `Gone from here: ${[...names, ...more > 0 ? [`${more} more`] : []].join(", ")}.`;
  }

  // src/report/bars.ts
  var levels = "▁▂▃▄▅▆▇█";
  var leastRange = 0.05;
  function sparkline(values) {
    const most = Math.max(...values);
    const least = Math.min(...values, most - leastRange * Math.abs(most));
    const levelOf2 = (value) => Math.floor((value - least) / (most - least) * (levels.length - 1) + 0.5);
    return values.map((value) => levels[most === least ? 0 : levelOf2(value)]).join("");
  }

  // src/report/build.ts
  var noise = {
    /** A build that takes longer by no more than this, or by no more than a quarter. */
    seconds: 30,
    /** A part of the steps that does not come from the cache any more. */
    cachedShare: 0.5,
    /** A context that is larger by no more than this, or by no more than a quarter. */
    contextBytes: 1e7
  };
  function buildParts(image) {
    return partsOf2(image).map(({ text }) => text);
  }
  function partsOf2({ build, current }) {
    if (build === null) return [];
    const { seconds, cachedShare, contextBytes } = build;
    const steps = current.build?.steps ?? 0;
    return [
      ...part(
        seconds,
        isMuchMore(seconds, noise.seconds),
        (after) => `built in ${formatDuration(after)}${longer(seconds)}`
      ),
      ...part(
        cachedShare,
        (cachedShare.delta ?? 0) <= -noise.cachedShare,
        (after) => `${shareText2(after)} of ${steps === 1 ? "1 step" : `${steps} steps`} cached${earlierShare(cachedShare)}`
      ),
      ...part(
        contextBytes,
        isMuchMore(contextBytes, noise.contextBytes),
        (after) => `${sizeText(after)} of context sent${contextBytes.delta ? ` (${deltaText(contextBytes.delta)})` : ""}`
      )
    ];
  }
  var part = ({ after }, isNotable, tell) => after === null ? [] : [{ text: tell(after), isNotable }];
  var isMuchMore = ({ before, delta }, least) => before !== null && delta !== null && delta > least && delta > before / 4;
  var shareText2 = (share) => formatPercent(share * 100);
  function longer({ delta }) {
    if (delta === null || Math.abs(delta) < 0.05) return "";
    return ` (${delta > 0 ? "+" : "-"}${formatDuration(Math.abs(delta))})`;
  }
  var earlierShare = ({ before, delta }) => before === null || !delta ? "" : ` (was ${shareText2(before)})`;

  // src/report/headline.ts
  function headline(report, safe) {
    const [first, ...others] = report.images;
    if (first === void 0) return `no image was measured${clause(": ", unexplained(report, safe))}`;
    return others.length === 0 ? imageHeadline(first, report, safe) : imagesHeadline(report, safe);
  }
  function imageHeadline(image, report, safe) {
    const { metric } = report;
    const subject = safe(truncate(image.name, 80)) + (metric === "download" ? "'s download" : "");
    const size2 = sizeText(bytesBy(metric, image.current));
    const delta = deltaBy(metric, image);
    const budgets2 = budgetClause(image, report, safe);
    if (image.delta === null) return `${subject}: ${size2}${clause(", ", budgets2)}, no baseline yet`;
    if (delta === null) return `${subject}: ${size2}, change unknown${clause(", ", budgets2)}`;
    const moves = image.changes.length > 0 ? " in total" : "";
    if (delta === 0) return `${subject}: no change${moves} (${size2})${clause(", ", budgets2)}`;
    const share = shareText(image);
    const by = formatBytes(Math.abs(delta)) + (share === null ? "" : ` (${share})`);
    const moved = `${subject} ${delta > 0 ? "grew" : "shrank"} by ${by} to ${size2}`;
    return moved + clause(budgets2.startsWith("within") ? ", " : ": ", budgets2);
  }
  var clause = (separator, text) => text === "" ? "" : separator + text;
  function budgetClause(image, report, safe) {
    const broken = image.budgets.filter(({ status }) => status === "fail" || status === "warn");
    const findings = image.lint === null || image.lint.status === "pass" ? [] : [lintClause(image.lint)];
    if (broken.length + findings.length > 0) {
      const still = broken.length > 0 && broken.every(({ excused }) => excused) ? "still " : "";
      const all = [...brokenLimits(broken, safe), ...findings].join(", ");
      return `${still}${all}${report.verdict === "accepted" ? ", accepted" : ""}`;
    }
    const reason = unexplained(report, safe);
    if (reason !== "") return reason;
    const kept = image.budgets.filter(({ status }) => status === "pass");
    const delta = deltaBy(report.metric, image);
    return kept.length === 0 || delta !== null && delta <= 0 ? "" : `within ${limits(kept, safe)}`;
  }
  function unexplained(report, safe) {
    const [reason] = report.reasons;
    return report.verdict === "pass" || reason === void 0 ? "" : safe(truncate(reason, 200));
  }
  var lintClause = ({ findings, threshold }) => `${plural(findings, "finding")} of severity ${threshold}${threshold === "error" ? "" : " or worse"}`;
  function brokenLimits(broken, safe) {
    const [least, most] = [broken.filter(isLeast), broken.filter((budget) => !isLeast(budget))];
    const over = most.length === 0 ? [] : [`over ${limits(most, safe)}`];
    const short = least.length === 0 ? [] : [`short of ${limits(least, safe)}`];
    return [...over, ...short];
  }
  var isLeast = ({ budget }) => budget === "min-cached-steps";
  var maxLimits = 3;
  function limits(budgets2, safe) {
    const shown = budgets2.slice(0, maxLimits).map((budget) => limitText(budget, safe));
    const more = budgets2.length - shown.length;
    return [...shown, ...more > 0 ? [`${more} more`] : []].join(" and ");
  }
  function limitText({ budget, scope, limit, unit, actual, limitValue }, safe) {
    const part2 = scope === null ? "" : ` for ${safe(truncate(scope.pattern, 60))}`;
    const text = `its ${limitWords[budget] ?? budget} of ${safe(truncate(limit, 40))}${part2}`;
    if (unit !== "bytes" || actual === null || limitValue === null || actual <= limitValue) return text;
    const ties = formatBytes(actual) === formatBytes(limitValue);
    return ties ? `${text} by ${formatBytes(actual - limitValue)}` : text;
  }
  var limitWords = {
    "max-size": "maximum",
    "max-increase": "budget"
  };
  function imagesHeadline(report, safe) {
    const { images, metric } = report;
    const over = images.filter(({ budgets: budgets2 }) => budgets2.some(({ status }) => status === "fail")).length;
    const subject = over > 0 ? `${over} of ${images.length} images over budget` : `${images.length} images`;
    const reason = over > 0 ? "" : unexplained(report, safe);
    const accepted = report.verdict === "accepted" ? ", accepted" : "";
    return subject + (over > 0 ? ", " : ": ") + imagesChange(report) + toDownload(metric) + clause(": ", reason) + accepted;
  }
  var toDownload = (metric) => metric === "download" ? " to download" : "";
  function imagesChange({ images, metric }) {
    const total = sizeText(sum(images.map((image) => bytesBy(metric, image.current))));
    const compared = images.filter((image) => image.delta !== null);
    if (compared.length === 0) return `${total}, no baseline yet`;
    const missing = images.length - compared.length;
    const change = compared.every(isUnchanged) ? `no change (${total})` : `${deltaText(sum(compared.map((image) => deltaBy(metric, image))))} in all`;
    return change + (missing > 0 ? `, ${missing} without a baseline` : "");
  }

  // src/report/page/overview.ts
  var verdicts = {
    pass: "Pass",
    warn: "Warning",
    fail: "Fail",
    accepted: "Accepted",
    neutral: "No baseline"
  };
  var badge = (tone) => el("span", { class: `badge ${tone}` }, verdicts[tone]);
  function header(report) {
    const notices = report.notices.map((notice) => el("li", {}, prose(notice)));
    return el(
      "header",
      {},
      badge(toneOf(report)),
      el("h1", {}, headline(report, visible)),
      notices.length === 0 ? null : el("ul", { class: "notices" }, ...notices)
    );
  }
  function imageChooser(report, chosen, onChoice) {
    const rows = report.images.map((image) => {
      const name = button(
        { class: "plain", "aria-current": image === chosen ? "true" : null },
        () => onChoice(image),
        `${visible(image.name)} (${visible(image.platform)})`
      );
      const { current, delta } = image;
      return el(
        "tr",
        { class: image === chosen ? "chosen" : null },
        el("td", {}, badge(imageTone(image, report))),
        el("th", { scope: "row" }, name),
        ...[current.diskBytes, current.downloadBytes].map((bytes) => el("td", { class: "number" }, sizeText(bytes))),
        el("td", { class: "number" }, delta === null ? "–" : deltaText(bytesBy(report.metric, delta)))
      );
    });
    const titles = ["Verdict", "Image", "Disk", "Download", "Change"].map((title) => el("th", { scope: "col" }, title));
    return section(
      "images",
      plural(report.images.length, "image"),
      scrolling("Images", el("table", {}, el("thead", {}, el("tr", {}, ...titles)), el("tbody", {}, ...rows)))
    );
  }
  function figures(subject) {
    const { image, report, links } = subject;
    const { current, delta } = image;
    const change = (metric) => {
      if (delta === null) return "nothing to compare with";
      const share = metric === report.metric ? shareText(image) : null;
      return `${deltaText(bytesBy(metric, delta))}${share === null ? "" : ` (${share})`}`;
    };
    const built = buildParts(image).join(", ");
    const causes = causeParts(image, report.metric).map(([name, bytes]) => `${name} ${deltaText(bytes)}`);
    return el(
      "section",
      { class: "figures", "aria-label": "Figures" },
      figure("On disk", current.diskBytes, change("disk")),
      figure(
        "To download",
        current.downloadBytes,
        current.downloadBytes === null ? "not known here" : change("download")
      ),
      figure("Hidden by later layers", current.deadBytes, shareOf(current.deadBytes, current.diskBytes)),
      el(
        "dl",
        { class: "facts" },
        ...fact("Image", `${visible(current.source.reference)}, ${visible(image.platform)}`),
        ...fact("Holds", `${plural(current.layers.length, "layer")}, ${current.files.toLocaleString("en-US")} files`),
        ...fact("Commit", ...commitParts(current.commit, links)),
        ...fact("Compared with", ...baselineParts(image.baseline, links)),
        ...causes.length > 0 ? fact("Of which", causes.join(", ")) : [],
        ...built === "" ? [] : fact("Build", built),
        ...historyFact(image),
        ...image.longTerm.flatMap((change2) => fact("In the long run", longTermText(change2)))
      )
    );
  }
  function figure(title, bytes, below2) {
    const exact = bytes === null ? null : formatExactBytes(bytes);
    return el(
      "div",
      { class: "figure" },
      el("div", { class: "title" }, title),
      el("div", { class: "value", title: exact }, sizeText(bytes)),
      el("div", { class: "below" }, below2)
    );
  }
  var shareOf = (part2, whole) => whole === 0 ? "" : `${formatPercent(part2 / whole * 100)} of the disk size`;
  var fact = (name, ...parts) => [el("dt", {}, name), el("dd", {}, ...parts)];
  var commitParts = (commit, links) => commit === null ? ["not known"] : [link(code(commit.slice(0, 7)), links.commit(commit))];
  function baselineParts({ kind, commit, distance, measurement, reason }, links) {
    const why = reason === null ? null : ` ${visible(reason)}`;
    if (kind === "none") return ["nothing:", why ?? " there is no baseline"];
    const name = commit === null ? code(measurement?.source.reference ?? kind) : commitParts(commit, links)[0];
    const distances = distance === null || distance === 0 ? null : `, ${plural(distance, "commit")} back`;
    return [name ?? null, kind === "rebuilt" ? ", rebuilt" : distances, why];
  }
  var leastPoints = 3;
  function historyFact({ history, current }) {
    const sizes = [...history, current].map(({ diskBytes }) => diskBytes);
    const [first = 0] = sizes;
    if (sizes.length < leastPoints) return [];
    const line = el("span", { class: "history", "aria-hidden": "true" }, sparkline(sizes));
    return fact(
      "History",
      line,
      ` ${formatBytes(first)} to ${formatBytes(current.diskBytes)} over ${plural(history.length, "record")}`
    );
  }
  var longTermText = ({ delta, records, days, message }) => visible(message) || `${formatDelta(delta.diskBytes)} in ${plural(records, "record")}, ${Math.round(days)} days`;
  function budgets({ image }) {
    const rows = [
      ...byUrgency(image.budgets).map(budgetRow),
      ...lintResults(image).map(({ status, message }) => budgetItem(status, message, null))
    ];
    return rows.length === 0 ? null : section("budgets", "Budgets", el("ul", { class: "budgets" }, ...rows));
  }
  function budgetRow(budget) {
    const { actual, limitValue, status, message } = budget;
    const share = actual === null || !limitValue ? null : actual / limitValue;
    return budgetItem(status, message, share);
  }
  var budgetWords = {
    pass: "Kept",
    warn: "Warning",
    fail: "Broken",
    unknown: "Not checked"
  };
  var budgetItem = (status, text, share) => el(
    "li",
    {},
    el("span", { class: `badge ${status === "unknown" ? "neutral" : status}` }, budgetWords[status]),
    el("span", {}, prose(text)),
    // Drawn to twice the limit, so that it shows by how much one is broken.
    share === null ? null : bar(share / 2, { class: `bar limit ${status}` })
  );

  // src/report/page/main.ts
  function start() {
    const { report, trees } = readData();
    const main = el("main");
    const show = (image) => {
      const subject = subjectOf(report, image, trees[report.images.indexOf(image)] ?? null);
      const chooser = report.images.length > 1 ? imageChooser(report, image, show) : null;
      main.replaceChildren(...[chooser, ...imageParts(subject)].filter((part2) => part2 !== null));
    };
    document.body.append(header(report), main, footer(report));
    const [first] = report.images;
    if (first !== void 0) show(first);
  }
  function readData() {
    const text = document.getElementById("data")?.textContent;
    if (!text) throw new Error("the page has no data");
    return JSON.parse(text);
  }
  function imageParts(subject) {
    const map = new ImageMap(subject);
    return [
      figures(subject),
      budgets(subject),
      map.element,
      layerTable(subject, (place) => map.showLayer(place)),
      changeList(subject),
      findingList(subject)
    ];
  }
  var footer = ({ tool, created }) => el("footer", {}, `Made by ${tool.name} ${visible(tool.version)} at ${visible(created)}.`);
  start();
})();
