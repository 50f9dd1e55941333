/** Whether the page has room for the book and a panel beside it. */
import { useEffect, useState } from 'preact/hooks';

const query = '(min-width: 1000px)';

export function useWide(): boolean {
  const [isWide, setWide] = useState(matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const onChange = (): void => setWide(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return isWide;
}
