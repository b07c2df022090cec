<?php
declare(strict_types=1);

namespace App\Mail;

/**
 * Sends mail.
 *
 * @codesyncer-rule   no mail without an unsubscribe link
 * @codesyncer-decision: [2025-08-19] Queue, not direct
 *                       sending was 2 s per request
 * @package App\Mail
 */
final class Mailer
{
    # @codesyncer-inference: 5 attempts
    private const ATTEMPTS = 5;

    #[Required]
    private ?Transport $transport = null; // @codesyncer-why: set by the container

    public function body(string $name): string
    {
        $help = '// @codesyncer-todo: single quotes';
        $text = <<<HTML
            <!-- @codesyncer-todo: in a here-doc -->
            Hello {$name}
            HTML;
        $now = <<<'RAW'
            // @codesyncer-todo: in a nowdoc
            RAW;
        return $help . $text . $now; /* @codesyncer-todo: sanitise $name */
    }
}
?>
<div class="mail"><?php // @codesyncer-context: preview only ?></div>
<p>// @codesyncer-rule: this is text of the page</p>
<!-- @codesyncer-pattern: one partial per mail -->
<?php
// @codesyncer-reference https://example.org/rfc#section-2 @codesyncer-reference: docs/mail.md
function helper(): void {}
