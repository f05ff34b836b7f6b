/** The bindings and variables of wrangler.toml, and secrets set beside it. */
export interface Env {
  readonly DB: D1Database;
  readonly ASSETS: Fetcher;
  /** Rates, counted by Cloudflare; a runtime without these bindings has none. */
  readonly CREDENTIAL_RATE?: RateLimit;
  readonly ADDRESS_RATE?: RateLimit;
  readonly WRONG_KEY_RATE?: RateLimit;
  /** Makes the first workspace when the database has none. A secret. */
  readonly BOOTSTRAP_ADMIN_KEY?: string;
  /** The first workspace's plan year; blank: this year. */
  readonly BOOTSTRAP_PLAN_YEAR?: string;
  /** The first workspace's name. */
  readonly BOOTSTRAP_WORKSPACE_NAME?: string;
  /** Where work accounts sign in: scheme and host of Entra ID. */
  readonly ENTRA_AUTHORITY?: string;
  /** The id of the application the pane signs in with; blank: no sign-in with work accounts. */
  readonly ENTRA_CLIENT_ID?: string;
  /** The id of the application tokens must be made for; blank: the same. */
  readonly ENTRA_AUDIENCE?: string;
  /** The ids of the tenants whose accounts may sign in, separated by commas. */
  readonly ENTRA_TENANTS?: string;
  /** Origins of other sites that may call the API, separated by commas. */
  readonly ALLOWED_ORIGINS?: string;
}
