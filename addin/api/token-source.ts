/** What gives a bearer token for a request, where it is no access key: tokens end and are renewed. */
export interface TokenSource {
  /** A token to send now; rejects with the ApiError signInNeeded when the person must sign in again. */
  token(): Promise<string>;
  /** Another one after the server has refused the last; null when there is none to be had without the person. */
  renew(): Promise<string | null>;
}
