import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
	viteConfig,
	defineConfig({
		test: {
			environment: 'node',
			// setting a whole paper takes seconds on a busy machine; a time is never what a test is about
			testTimeout: 60_000,
			// by itself it leaves a processor free, which on two is half
			maxWorkers: '100%',
			include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'scripts/**/*.test.ts']
		}
	})
);
