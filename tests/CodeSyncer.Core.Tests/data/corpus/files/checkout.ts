/**
 * Checkout flow: cart, address, payment, confirmation.
 *
 * @codesyncer-context B2C shop, three countries, one currency (EUR)
 * @codesyncer-decision [2025-11-04] Prices are integers in cents; no floats anywhere
 * @module checkout
 */

import { Cart, LineItem } from './cart';
import { PaymentClient } from '@claude-shop/payments';
import { logger } from '@codesyncer-tools/logger';

// @codesyncer-rule: never import from ../admin here (bundle size)

const FREE_SHIPPING_FROM = 4900; // @codesyncer-inference free shipping from 49 EUR (seen in the old shop)
const MAX_ITEMS = 50;            // @codesyncer-inference: 50 items, guessed from the largest order so far

/** @codesyncer-todo ask finance whether vouchers reduce the shipping threshold */
export function shippingCost(cart: Cart): number {
  if (cart.total() >= FREE_SHIPPING_FROM) return 0;
  return cart.country === 'DE' ? 490 : 990;
}

export class Checkout {
  /* @codesyncer-why a map and not an array: items are merged by SKU */
  private items = new Map<string, LineItem>();

  constructor(private readonly payments: PaymentClient) {}

  // @codesyncer-decision(2026-01-15, approved by product): payment is synchronous,
  //   because the customer waits on the confirmation page anyway
  //   and a queue would only add a state that nobody looks at.
  // The old queue worker was removed in the same change.
  async pay(cart: Cart): Promise<string> {
    const url = 'https://pay.example.com/v2'; // not a secret
    const message = "// @codesyncer-decision: this is only a string";
    const hint = `Add a tag like @codesyncer-rule: ${ /* @codesyncer-rule hints are translated by the caller */ cart.lang } here`;
    logger.info(message + hint);
    try {
      return await this.payments.charge(url, cart.total());
    } catch (e) {
      // @codesyncer-alternative: retry three times
      // - bad: the gateway charges twice when it times out
      // - good: none that we found
      throw e;
    }
  }

  remove(sku: string) {
    const pattern = /\/\/ @codesyncer-todo: not a comment/;
    if (pattern.test(sku)) return;
    this.items.delete(sku); // @codesyncer-pattern: delete is idempotent @codesyncer-why: double clicks
  }
}

/*
 * Tagging guide for this folder:
 *   write `@codesyncer-decision: text` above the function,
 *   or "@codesyncer-todo" when you are not sure.
 */
export const VERSION = '2.1.0'; // @claude-reference: RELEASES.md
