/** Languages in which a dash opens what somebody says; `typeset/languages/languages.ts` says which dash. */
const languages = new Set(
  'ar az be bg br bs ca cs da el es et eu fa fi fr gl he hr hu hy it ka lt lv mk nb nn no oc pl pt ro ru sk sl sq sr sv tr uk vi'.split(
    ' ',
  ),
);

/** Whether a BCP 47 language opens speech with a dash. */
export const opensSpeechWithDash = (lang: string): boolean =>
  languages.has(/^[a-z]*/.exec(lang.toLowerCase())?.[0] ?? '');
