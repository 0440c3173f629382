/** Properties that make a mark look as it does on the page; they are written into the file as attributes. */
const painted = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
] as const;

/**
 * The picture as a file of its own: colours and typefaces as attributes, no style sheet, no custom property, with the
 * page's background. Canvas layers beside it are put in as images. What only serves operation is left out
 * (`data-export="skip"`).
 */
export function exportSvg(svg: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(paintedCopy(svg));
}

/**
 * All charts of a picture as one file, each where it stands on the page. A picture without charts throws; words and
 * tables between the charts are the page's and stay there.
 */
export function exportPicture(picture: Element): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const charts = [...picture.querySelectorAll<SVGSVGElement>('svg[aria-label]')];
  const [first] = charts;
  if (!first) throw new Error('There is no picture to export yet.');
  const places = charts.map((chart) => chart.getBoundingClientRect());
  const left = Math.min(...places.map((place) => place.left));
  const top = Math.min(...places.map((place) => place.top));
  const width = Math.max(...places.map((place) => place.right)) - left;
  const height = Math.max(...places.map((place) => place.bottom)) - top;
  if (charts.length === 1) return { svg: exportSvg(first), width, height };
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  sheet.setAttribute('width', String(width));
  sheet.setAttribute('height', String(height));
  sheet.setAttribute('viewBox', `0 0 ${width} ${height}`);
  sheet.append(background(first));
  for (const [index, chart] of charts.entries()) {
    const copy = paintedCopy(chart);
    const place = places[index];
    copy.setAttribute('x', String((place?.left ?? left) - left));
    copy.setAttribute('y', String((place?.top ?? top) - top));
    sheet.append(copy);
  }
  return { svg: new XMLSerializer().serializeToString(sheet), width, height };
}

function paintedCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('there is no SVG picture to export');
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, original] of originals.entries()) {
    const twin = copies[index];
    if (twin) paint(original, twin);
  }
  for (const gone of copy.querySelectorAll('[data-export="skip"]')) gone.remove();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.prepend(...canvasImages(svg));
  copy.prepend(background(svg));
  return copy;
}

function paint(original: Element, twin: Element) {
  const style = getComputedStyle(original);
  for (const property of painted) {
    const value = style.getPropertyValue(property);
    if (value !== '') twin.setAttribute(property, value);
  }
  for (const name of ['class', 'style', 'tabindex']) twin.removeAttribute(name);
}

function background(svg: SVGSVGElement): SVGElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  rect.setAttribute('width', '100%');
  rect.setAttribute('height', '100%');
  rect.setAttribute('fill', getComputedStyle(svg.ownerDocument.body).backgroundColor);
  return rect;
}

/** The canvases of the same chart, at their place in it. */
function canvasImages(svg: SVGSVGElement): readonly SVGElement[] {
  const origin = svg.getBoundingClientRect();
  return [...(svg.parentElement?.querySelectorAll('canvas') ?? [])].map((canvas) => {
    const box = canvas.getBoundingClientRect();
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('x', String(box.x - origin.x));
    image.setAttribute('y', String(box.y - origin.y));
    image.setAttribute('width', String(box.width));
    image.setAttribute('height', String(box.height));
    image.setAttribute('href', canvas.toDataURL('image/png'));
    return image;
  });
}
