/** The fonts Chinese workbooks name, and what stands in for each where it is not installed: the same kind of face on Mac and Linux. */
const SANS = ['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei'];
const SERIF = ['SimSun', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Sans CJK SC'];
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  等线: ['DengXian', ...SANS],
  微软雅黑: SANS,
  'Microsoft YaHei': SANS,
  黑体: ['SimHei', 'Heiti SC', ...SANS],
  宋体: SERIF,
  SimSun: SERIF,
  仿宋: ['FangSong', 'STFangsong', ...SERIF],
  仿宋_GB2312: ['FangSong_GB2312', 'FangSong', 'STFangsong', ...SERIF],
  楷体: ['KaiTi', 'STKaiti', ...SERIF],
  楷体_GB2312: ['KaiTi_GB2312', 'KaiTi', 'STKaiti', ...SERIF],
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', ...SERIF],
  Calibri: ['Carlito', ...SANS],
};

/** Makes the fonts known to the page; resolves when the grid can be drawn with them. One without any stand-in is left to the browser. */
export async function loadFonts(): Promise<void> {
  const faces = Object.entries(STAND_INS).map(async ([name, others]) => {
    const face = new FontFace(name, [name, ...others].map((font) => `local('${font}')`).join(', '));
    document.fonts.add(await face.load());
  });
  await Promise.allSettled(faces);
}
