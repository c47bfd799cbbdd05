/** Elements made by hand. What comes from outside is put in as text only; nothing here ever reads HTML. */

type Child = Node | string | null | false

function fill<T extends Element>(element: T, attributes: Record<string, string>, children: Child[]): T {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  for (const child of children) if (child !== null && child !== false) element.append(child)
  return element
}

export function el<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children)
}

export function svg(name: string, attributes: Record<string, string> = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)
}

/** Line drawings of 24 units. */
const kPaths = {
  shield: 'M12 3l7 2.6v5.6c0 4.4-2.8 7.9-7 9.8-4.2-1.9-7-5.4-7-9.8V5.6zM8.6 12l2.4 2.4 4.4-4.6',
  diamond: 'M12 3l9 9-9 9-9-9zM12 8v5M12 16v.1',
  alert: 'M12 4l9.5 16h-19zM12 10v4.5M12 17.4v.1',
  circle: 'M12 3a9 9 0 1 0 .01 0zM7 12h10',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  plumb: 'M12 2v10M8 12h8l-4 10zM7 2h10',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
}

export function icon(name: keyof typeof kPaths): SVGElement {
  return svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: kPaths[name] }))
}
