/** What this Excel can do beyond ExcelApi 1.9, which the product requires. */
export interface Abilities {
  /** Comments on cells (ExcelApi 1.10); without, the legend is left out. */
  readonly comments: boolean;
  /** Finding merged cells (ExcelApi 1.13); without, they are not noticed before writing. */
  readonly mergedAreas: boolean;
}

export const allAbilities: Abilities = { comments: true, mergedAreas: true };
