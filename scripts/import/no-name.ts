/** Words in the place of a name that are none. In: what a file says of its author. Out: whether a program wrote it for want of a name. */

const noName =
  /^(?:(?:microsoft )?(?:office|windows)? ?user|python-docx|un-?named|joe scrivener|full name|your name|unknown(?: author)?|none|null|undefined|n\/?a|no author|author|admin(?:istrator)?|owner|default|docx4j|apache poi|(?:hp|dell|lenovo|asus|acer|pc|user)[ -]?\d*|[\d\s._-]+|пользователь(?: windows)?|usuario(?: de windows)?|utilisateur(?: windows)?|utente(?: windows)?|windows-?benutzer|benutzer|utilizador|użytkownik(?: systemu windows)?|windows 用户|用户|作者|unbekannt(?:er autor)?|inconnu|auteur inconnu|desconocido|autor desconocido|desconhecido|sconosciuto|autore sconosciuto|onbekend|neznámý|nieznany|неизвестно|неизвестный(?: автор)?|未知|作者不詳|作者不详)$/i;

/** “Unknown”, “Windows User”, “python-docx”. */
export const isNoName = (name: string): boolean => noName.test(name.trim());
