/** What is typed in a field, until it is sent: when it is left, with Enter, or after a rest. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** So long after a key, in milliseconds, what is typed is sent. */
const rest = 400;

interface DraftOf<Value> {
  readonly value: Value;
  /** Somebody typed. */
  readonly type: (value: Value) => void;
  /** Sends it now. */
  readonly send: () => void;
  /** The field is left: it is sent, and what the file has is shown again. */
  readonly leave: () => void;
}

/** `onSend` answers whether the value was fit to be sent; one that is not stays as it is typed. */
export function useDraft<Value>(shown: Value, onSend: (value: Value) => boolean): DraftOf<Value> {
  const [draft, setDraft] = useState<{ readonly value: Value } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** What was sent last; the file has it soon. */
  const sent = useRef(draft);
  const latest = useRef({ draft, onSend });
  latest.current = { draft, onSend };
  const send = (): boolean => {
    clearTimeout(timer.current);
    const { draft: now, onSend: sendNow } = latest.current;
    if (now === undefined || now === sent.current) return true;
    const isFit = sendNow(now.value);
    if (isFit) sent.current = now;
    return isFit;
  };
  useEffect(() => () => void send(), []);
  return {
    value: draft === undefined ? shown : draft.value,
    type(value) {
      setDraft({ value });
      clearTimeout(timer.current);
      timer.current = setTimeout(send, rest);
    },
    send: () => void send(),
    leave() {
      if (send()) setDraft(undefined);
    },
  };
}
