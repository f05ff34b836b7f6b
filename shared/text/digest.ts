/** SHA-256 of a text's UTF-8 bytes in lowercase hex. Every runtime has its own, so what needs one takes it as an argument. */
export type Digest = (text: string) => Promise<string>;
