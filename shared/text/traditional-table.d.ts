/** OpenCC's table of traditional characters (`opencc-js/dict/TSCharacters`, which has no types of its own), one text: `烏 乌|達 达|…`. */
declare const table: string;
export default table;
