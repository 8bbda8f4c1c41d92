import { dev } from '$app/environment';
import { whenIdle } from '#lib/session/when-idle.ts';

/**
 * Whether the site opens without network. `preparing`: its files are being fetched for the first time; `ready`: it
 * does; `failed`: they are not whole on this device, the next visit tries again; `unsupported`: this browser cannot.
 */
type OfflineKind = 'unsupported' | 'preparing' | 'ready' | 'failed';

/** A page that stays open looks for a new version when it is shown again, at most this often, in milliseconds. */
const PAUSE = 3_600_000;

/** The site without network, and its new versions. Loaded after the page is alive. */
class Offline {
	kind = $state<OfflineKind>('preparing');
	/** How many files of the site are on this device, and how many there are; 0 until that was counted. */
	done = $state(0);
	total = $state(0);
	/** Whether missing files are being fetched because a person asked for them. */
	isFetching = $state(false);
	/** Whether this page runs an older version than the one that is ready. */
	hasUpdate = $state(false);
	#worker: URL | undefined;
	#registration: ServiceWorkerRegistration | undefined;
	/** False for a page that came without a version: the first one that takes it on is its own. */
	#hasVersion = false;
	/** A newer version has taken over already: another page asked for it, or this one has not loaded again yet. */
	#isBehind = false;
	#isTaking = false;
	#isCountWanted = false;
	#lookedAt = 0;

	/**
	 * Registers the worker, as soon as the page has loaded and the browser is idle. Only the first call counts.
	 * @param address of the worker, in the folder of the site
	 */
	async start(address: string): Promise<void> {
		if (this.#worker !== undefined) return;
		this.#worker = new URL(address, location.href);
		// while developing, files change under one name
		if (dev || !isSecureContext || !navigator.serviceWorker) {
			this.kind = 'unsupported';
			return;
		}
		const { serviceWorker } = navigator;
		this.#hasVersion = serviceWorker.controller !== null;
		serviceWorker.addEventListener('controllerchange', () => {
			this.#isBehind = this.#hasVersion && !this.#isTaking;
			this.#hasVersion = true;
			this.#look();
		});
		serviceWorker.addEventListener('message', (event) => this.#hear(event));
		document.addEventListener('visibilitychange', () => this.#lookForNew());
		await loadedAndIdle();
		await this.#register(this.#worker);
	}

	/** Counts the files on this device, as soon as there is a version; the answer comes in `done` and `total`. */
	count(): void {
		this.#isCountWanted = true;
		this.#askForCount();
	}

	/** Fetches every file that is not on this device yet, also those in languages that nobody chose. */
	async makeEverythingAvailable(): Promise<void> {
		if (this.#registration?.active) {
			this.isFetching = true;
			this.#registration.active.postMessage({ type: 'keep-everything' });
		} else if (this.#worker !== undefined && this.kind === 'failed') {
			await this.#register(this.#worker);
		}
	}

	/**
	 * Turns to the new version: it takes over, and this page loads again.
	 * @param isSafe whether loading again would lose nothing; asked once more before it happens
	 * @returns false when it would lose something: then nothing is done
	 */
	takeUpdate(isSafe: () => boolean): boolean {
		if (!isSafe()) return false;
		const waiting = this.#registration?.waiting;
		if (!waiting) {
			location.reload();
			return true;
		}
		this.#isTaking = true;
		waiting.addEventListener('statechange', () => {
			if (waiting.state !== 'activated') return;
			this.#isTaking = false;
			this.#isBehind = true;
			if (isSafe()) location.reload();
		});
		waiting.postMessage({ type: 'take-over' });
		return true;
	}

	/** Takes the site's own files off this device: it opens with network only, until the next visit. */
	async remove(): Promise<void> {
		if (this.#worker === undefined || this.kind === 'unsupported') return;
		const { href: scope } = new URL('.', this.#worker);
		await navigator.serviceWorker.getRegistration(scope).then((registration) => registration?.unregister());
		// the worker begins the names of its caches so (src/service-worker/index.ts)
		const own = (await caches.keys()).filter((name) => name.startsWith(`child-safeguarding ${scope} `));
		await Promise.all(own.map((name) => caches.delete(name)));
		this.#registration = undefined;
		this.#hasVersion = false;
		this.done = this.total = 0;
		this.#look();
	}

	async #register(worker: URL): Promise<void> {
		this.kind = 'preparing';
		try {
			const registration = await navigator.serviceWorker.register(trusted(worker), {
				updateViaCache: 'none'
			});
			this.#registration = registration;
			this.#lookedAt = Date.now();
			registration.active?.postMessage({ type: 'mend' });
			this.#watch(registration.installing);
			this.#watch(registration.waiting);
			registration.addEventListener('updatefound', () => this.#watch(registration.installing));
		} catch {
			// the browser refuses, or there is no network
		}
		this.#look();
	}

	#watch(worker: ServiceWorker | null): void {
		worker?.addEventListener('statechange', () => this.#look());
		this.#look();
	}

	#look(): void {
		const { installing, waiting, active } = this.#registration ?? {};
		this.hasUpdate = this.#isBehind || (!!waiting && !!active);
		this.kind = active ? 'ready' : installing || waiting ? 'preparing' : 'failed';
		this.#askForCount();
	}

	#askForCount(): void {
		if (!this.#isCountWanted || !this.#registration?.active) return;
		this.#isCountWanted = false;
		this.#registration.active.postMessage({ type: 'count' });
	}

	/** Listens to the worker whose files count: not to a new version that is on its way while another one runs. */
	#hear({ data, source }: MessageEvent): void {
		const { installing, waiting, active } = this.#registration ?? {};
		if (data?.type !== 'kept' || source !== (active ?? waiting ?? installing)) return;
		const { done, total, isEnd } = data as { done: number; total: number; isEnd: boolean };
		[this.done, this.total] = [done, total];
		if (isEnd) this.isFetching = false;
		// what it says while it is installed counts only what every device keeps
		if (!active) this.#isCountWanted = true;
	}

	#lookForNew(): void {
		if (document.hidden || Date.now() - this.#lookedAt < PAUSE) return;
		this.#lookedAt = Date.now();
		// without network there is nothing new
		this.#registration?.update().catch(() => undefined);
	}
}

/** Resolves when the page has all it asked for and the browser has nothing better to do. */
function loadedAndIdle(): Promise<void> {
	return new Promise((resolve) => {
		const waitForIdle = (): void => whenIdle(resolve);
		if (document.readyState === 'complete') waitForIdle();
		else addEventListener('load', waitForIdle, { once: true });
	});
}

interface ScriptPolicy {
	createScriptURL(address: string): string;
}

let policy: ScriptPolicy | undefined;

/** The address of the worker as the page's policy wants it: no other one passes. */
function trusted({ href }: URL): string {
	const { trustedTypes } = globalThis as {
		trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
	};
	// one page may make it only once
	policy ??= trustedTypes?.createPolicy('own-worker', { createScriptURL: () => href });
	return policy?.createScriptURL(href) ?? href;
}

export const offline = new Offline();
