import { packageKey } from '../../../packages/format.ts';
import type { InstalledPackages } from '../../packages.ts';
import type { Rule } from '../../rule.ts';
import { type Use, unneededPackages } from '../../unneeded.ts';
import { leaveOut } from '../../unneeded-fixes.ts';
import { isProgramUsed } from '../../use.ts';

/** X11's libraries, OpenGL's, the toolkits upon them, and fonts, as Debian and Alpine call them. */
const gui =
  /^(?:lib(?:x11|xext|xrender|xi|xtst|xft|xcursor|xrandr|xinerama|xcomposite|xdamage|xfixes|sm|ice|gl1|gl1-mesa-(?:glx|dri)|egl1|glu1-mesa|gtk-?[234]|qt[56])[\w.+-]*|libxkbcommon[\w.-]*|mesa-[\w.-]+|mesa|qt[56][\w.-]*|gtk[+\d][\w.+-]*|x11-[\w.-]+|xauth|xvfb|fonts?-[\w.-]+|ttf-[\w.-]+)$/;
const headers = /-dev$/;
const fonts = /^(?:fonts?|ttf)-/;

/** They bring windows of their own where there is no `-headless` in their name, and open none in a container. */
const openCv = ['opencv-python', 'opencv-contrib-python'];

/** Programs that draw on a screen, a virtual one too, and modules that start one. */
const drawing = [
  'Xvfb',
  'xvfb-run',
  'x11vnc',
  'xpra',
  'chromium',
  'google-chrome',
  'firefox',
  'wkhtmltopdf',
  'electron',
];
const drawingModules: Readonly<Record<'python' | 'node', readonly string[]>> = {
  python:
    'playwright selenium pyppeteer pyqt5 pyqt6 pyside2 pyside6 kivy pygame pyglet vtk pyvista open3d mayavi wxpython mujoco pyautogui'.split(
      ' ',
    ),
  node: ['puppeteer', 'puppeteer-core', 'playwright', 'playwright-core', 'electron', 'gl'],
};

/** They put text into pictures and documents. */
const writing = ['java', 'soffice', 'libreoffice', 'convert', 'magick', 'dot', 'inkscape', 'gs', 'php-fpm', 'pandoc'];
const writingModules: Readonly<Record<'python' | 'node', readonly string[]>> = {
  python: 'weasyprint reportlab fpdf fpdf2 cairosvg xhtml2pdf pdfkit imgkit pillow matplotlib wordcloud'.split(' '),
  node: ['canvas', '@napi-rs/canvas', 'sharp', 'pdfmake', 'pdfkit'],
};

export const guiLibrariesInServerImage: Rule = unneededPackages({
  name: 'gui-libraries-in-server-image',
  aliases: [],
  managers: ['dpkg', 'apk'],
  isMeant: (name) => gui.test(name) && !headers.test(name),
  isUsed: (name, use) => use.installed === null || isUsed(name, use.installed, use),
  message: (names) =>
    `${names}: a server shows no windows, and nothing else of the image uses these; OpenCV needs none as \`opencv-python-headless\``,
  fix: (subject, found) =>
    hasModule(subject.packages(), { python: openCv, node: [] }) ? null : leaveOut(subject, found),
});

function isUsed(name: string, installed: InstalledPackages, use: Use): boolean {
  const isShown = installed.namedByScripts.has('imshow') && hasModule(installed, { python: openCv, node: [] });
  if (isShown || isProgramUsed(drawing, use) || hasModule(installed, drawingModules)) return true;
  return fonts.test(name)
    ? isProgramUsed(writing, use) || hasModule(installed, writingModules)
    : isLinked(name, installed);
}

const hasModule = (
  installed: InstalledPackages | null,
  modules: Readonly<Record<'python' | 'node', readonly string[]>>,
): boolean =>
  (['python', 'node'] as const).some((manager) =>
    modules[manager].some((name) => (installed?.graphOf(manager).find(name).length ?? 0) > 0),
  );

/** Whether something loads it that no package of the system brought, nor OpenCV: what those need their manager knows. */
function isLinked(name: string, installed: InstalledPackages): boolean {
  const mentions = installed.mentions();
  if (!mentions.isComplete) return true;
  const isCounted = countedOwners(installed);
  return (['dpkg', 'apk'] as const)
    .flatMap((manager) => installed.graphOf(manager).find(name))
    .some((each) => [...mentions.ownersOf(installed.loadingOf(each).names)].some(isCounted));
}

function countedOwners(installed: InstalledPackages): (owner: string | null) => boolean {
  const system = (['dpkg', 'apk'] as const).flatMap((manager) => installed.graphOf(manager).packages);
  const withWindows = openCv.flatMap((name) => installed.graphOf('python').find(name));
  const passed = new Set([...system, ...withWindows].map(packageKey));
  return (owner) => owner === null || !passed.has(owner);
}
