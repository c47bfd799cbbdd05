// The rectification board as a supervisor works on it in Chromium: a finding opened, an act filled, looked at and signed.
import { ConsolePage } from './console_page.mjs'

export class BoardPage extends ConsolePage {
  static async open(url) {
    return Object.setPrototypeOf(await ConsolePage.open(url), BoardPage.prototype)
  }

  async finding(id, item, state) {
    await this.page.goto('about:blank')
    await this.page.goto(`${this.url}/#/board/${id}/${item}`)
    await this.page.locator(`[data-test=finding][data-item="${item}"][data-state="${state}"]`).waitFor()
  }

  // Opens the form of an act by its key, fills it, and signs what it shows; gives the body that was signed.
  async act(key, kind, type, fill = async () => {}) {
    // Its button can be pressed once what was signed before has arrived.
    await this.page.locator(`[data-test=act-${kind}]:not([disabled])`).first().waitFor({ state: 'attached' })
    await this.page.keyboard.press(key)
    await this.at('act-dialog').locator('form').waitFor()
    await fill()
    await this.at('act-show').click()
    await this.at('act-sign').waitFor()
    const said = JSON.parse(await this.at('act-raw').textContent())
    await this.at('act-sign').press('Enter')
    await this.page.locator(`[data-test=act-done][data-type="rectification.${type}"][data-proved=true]`).waitFor()
    return said
  }
}
