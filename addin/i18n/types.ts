/** A catalog with the keys of `Source` in another language; a plural `…_other` also has its `…_one`. */
export type Translation<Source> = {
  [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]>;
} & { [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string };
