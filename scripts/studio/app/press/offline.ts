/** Keeps the studio for times without a network, and tells when there is a newer one. */

/** The messages that `worker/service-worker.ts` knows. */
type ToServiceWorker = 'keep-all' | 'take-over';

/**
 * Registers the service worker that lies beside the page, and lets it fetch all files of the studio once the page is idle.
 * `onNewer` is called when a newer studio is ready; it gets what takes it over and loads the page anew. Nothing happens where the
 * browser has no service workers, or allows none.
 */
export async function keepOffline(onNewer: (takeOver: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  const registration = await container
    .register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;
  // Where nothing controls the page, the first one that is installed is no newer one.
  const watch = (worker: ServiceWorker | null): void => {
    const tell = (): void => {
      if (worker?.state === 'installed' && container.controller) onNewer(() => takeOver(worker));
    };
    worker?.addEventListener('statechange', tell);
    tell();
  };
  watch(registration.waiting ?? registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  const { active } = await container.ready;
  await idle();
  active?.postMessage('keep-all' satisfies ToServiceWorker);
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  worker.postMessage('take-over' satisfies ToServiceWorker);
}

/** Resolves when the page has been loaded and has nothing to do. Safari has no `requestIdleCallback`. */
async function idle(): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve));
  await new Promise<unknown>((resolve) =>
    'requestIdleCallback' in window ? window.requestIdleCallback(resolve) : setTimeout(resolve, 1000),
  );
}
