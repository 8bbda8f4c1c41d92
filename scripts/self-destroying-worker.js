// The last resort, for when a version went wrong on people's devices and no better one gets through to them: put this
// file in the place of service-worker.js on the host. At the next visit it takes the kept files of the site off the
// device, unregisters itself, and loads the open pages again over the network. Answers are in another store, and stay.
// Leave it there until the site is mended; then bring the new version as usual.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
	const names = await caches.keys();
	const own = names.filter((name) => name.startsWith(`child-safeguarding ${self.registration.scope} `));
	await Promise.all(own.map((name) => caches.delete(name)));
	await self.registration.unregister();
	const pages = await self.clients.matchAll({ type: 'window' });
	// to an address that differs in nothing but the part after # a browser would not load the page again
	await Promise.all(pages.map((page) => page.navigate(page.url.split('#')[0])));
}
