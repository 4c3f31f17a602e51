import { html, type TemplateResult } from "lit"
import { Page } from "../page"
import { say } from "../words"

/** Logging in; the demo's buyers are one tap away. */
export class LoginPage extends Page<true> {
  protected async load(): Promise<true> {
    return true
  }

  async #logIn(email: string, password: string): Promise<void> {
    if (await this.attempt(() => this.shop.logIn(email, password))) this.dispatchEvent(new CustomEvent("logged-in"))
  }

  protected view(): TemplateResult {
    const submit = (event: SubmitEvent): void => {
      event.preventDefault()
      const form = new FormData(event.target as HTMLFormElement)
      void this.#logIn(String(form.get("email")), String(form.get("password")))
    }
    const { buyers, story } = this.shop.settings
    return html`<section class="card">
      <h1>Northline <span class="muted">Industrial Supply</span></h1>
      <form class="stack" @submit=${submit}>
        <label>${say("email")} <input name="email" type="email" autocomplete="username" required .value=${story.buyer_email} /></label>
        <label>${say("password")} <input name="password" type="password" autocomplete="current-password" required value="buyer-demo" /></label>
        <button class="main">${say("log_in")}</button>
      </form>
      <h2>${say("buyers")}</h2>
      <ul class="plain">
        ${buyers.map(({ email, password, company }) => html`<li><button class="quiet" @click=${() => this.#logIn(email, password)}>${email}</button> <span class="muted">${company}</span></li>`)}
      </ul>
    </section>`
  }
}
