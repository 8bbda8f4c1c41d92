import { expect, test as base } from '@playwright/test';
import { Driver } from '../driver.ts';

/** A journey has a driver, and fails when the page complained of anything on the way. */
export const test = base.extend<{ driver: Driver }>({
	driver: async ({ page }, use) => {
		const driver = new Driver(page);
		await use(driver);
		expect(driver.complaints).toEqual([]);
	}
});

export { expect };
