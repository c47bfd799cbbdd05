/** Whether a key that was pressed belongs to a field, a dialog or what floats over the page, and not to the page's own letters. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return true
  return (event.target as HTMLElement).closest('input, textarea, select, [contenteditable], [role=dialog], [role=listbox]') !== null
}
