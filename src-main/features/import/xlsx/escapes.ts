/** Characters that XML cannot hold are written by number: `_x000D_` (ECMA-376, ST_Xstring). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
