/** A cell as it stands in a sheet and on the wire: text, number, truth value, or null when blank. Percent-formatted cells travel as text such as `60%`. */
export type Cell = string | number | boolean | null;
