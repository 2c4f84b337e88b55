import { bytesBy, deltaBy, deltaText, sizeText, sum, toneOf } from "./figures.js";
/**
 * Size, change and verdict as a badge, for the endpoint that shields.io draws (https://shields.io/badges/endpoint-badge).
 * Several images are added up. Holds figures alone, no name or text of an image. Ends with a line break.
 */
export function renderBadge(report) {
    const { metric, images } = report;
    const size = images.length === 0 ? null : sum(images.map(({ current }) => bytesBy(metric, current)));
    const delta = images.length === 0 ? null : sum(images.map((image) => deltaBy(metric, image)));
    const badge = {
        schemaVersion: 1,
        label: metric === 'disk' ? 'image size' : 'image download',
        message: sizeText(size) + (delta ? ` (${deltaText(delta)})` : ''),
        color: size === null ? 'lightgrey' : colors[toneOf(report)],
    };
    return `${JSON.stringify(badge, null, 2)}\n`;
}
const colors = {
    pass: 'brightgreen',
    warn: 'yellow',
    fail: 'red',
    accepted: 'orange',
    neutral: 'blue',
};
