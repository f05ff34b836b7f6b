/** OpenCC's table of traditional characters, one text: `烏 乌|達 达|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
