/** Tables of Lua as plain values. In: a text that returns a table of literals. Out: the table; undefined where it is no such text. Nothing is run. */
import luaparse, { type Expression } from 'luaparse';
import { decodeLatin1, encodeLatin1, encodeUtf8 } from '../book/bytes.ts';

/** Reads; keys that are numbers become texts. */
export async function readLua(text: string): Promise<unknown> {
  try {
    const { body } = luaparse.parse(decodeLatin1(encodeUtf8(text)), {
      luaVersion: '5.1',
      encodingMode: 'pseudo-latin1',
    });
    const last = body.at(-1);
    return last?.type === 'ReturnStatement' && last.arguments[0] ? literal(last.arguments[0]) : undefined;
  } catch {
    return undefined;
  }
}

function literal(node: Expression): unknown {
  switch (node.type) {
    case 'StringLiteral':
      return utf8(node.value);
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'TableConstructorExpression': {
      const entries = node.fields.map((field, index): readonly [string, unknown] => {
        if (field.type === 'TableKeyString') return [field.key.name, literal(field.value)];
        if (field.type === 'TableKey') return [String(literal(field.key)), literal(field.value)];
        return [String(index + 1), literal(field.value)];
      });
      return Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}

const decoder = new TextDecoder();

/** Lua's strings are bytes, and the parser has a letter for each. */
const utf8 = (bytes: string): string => decoder.decode(encodeLatin1(bytes));
