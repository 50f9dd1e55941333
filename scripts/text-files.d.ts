/** Templates are bundled as text. */
declare module '*.ejs' {
  const text: string;
  export default text;
}
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.xml' {
  const text: string;
  export default text;
}
