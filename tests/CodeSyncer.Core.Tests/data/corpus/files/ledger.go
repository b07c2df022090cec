// Package ledger keeps the books of one merchant.
//
// @codesyncer-context: one ledger per merchant, never shared
package ledger

import (
	"errors"
	"fmt"
	"sync"
)

/*
@codesyncer-decision(id=L-1, by=marta, 2025-09-30): double entry
Every transfer has a debit and a credit of the same amount.
A transfer that does not sum to zero is refused, not corrected.

@codesyncer-decision(id=L-2, supersedes=L-0, expires=2027-01-01): in memory until the volume is known
*/

// ErrUnbalanced is returned when debit and credit differ.
var ErrUnbalanced = errors.New("unbalanced") // @codesyncer-rule errors are values, never panics

const query = `
-- @codesyncer-decision: raw strings hold no tags
SELECT * FROM entries
`

// Entry is one line of the books.
type Entry struct {
	Account string
	Amount  int64 // @codesyncer-rule: minor units
	Memo    string
}

// Ledger is safe for concurrent use.
type Ledger struct {
	mu      sync.Mutex // @codesyncer-why: writes are rare, an RWMutex was slower here
	entries []Entry
}

// Post adds a transfer.
func (l *Ledger) Post(debit, credit Entry) error {
	if debit.Amount+credit.Amount != 0 {
		return fmt.Errorf("%w: %d", ErrUnbalanced, debit.Amount+credit.Amount)
	}
	// @codesyncer-work:LED-12 Post in batches
	//	once the import sends more than
	//	one transfer at a time
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, debit, credit)
	return nil
}

// Balance sums an account.
func (l *Ledger) Balance(account string) int64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	var sum int64
	for _, e := range l.entries { // @codesyncer-todo(status=open): index by account
		if e.Account == account {
			sum += e.Amount
		}
	}
	return sum
}

// Mail to audit@codesyncer-decision.example for questions.

// @codesyncer-tradeoff [2025-10-02]: no history of deletions; an entry is never deleted
