#!/usr/bin/perl
use strict;
use warnings;

# @codesyncer-context: called by cron, mails its output

=pod

=head1 NAME

report - sums up the log

@codesyncer-decision [2024-05-05]: plain Perl, no modules
the host has none

=cut

my $text = "# @codesyncer_todo"; # @codesyncer-why: the array is not interpolated, see above
my $count = $#ARGV + 1;    # @codesyncer-inference: at most two arguments
my $help = <<"END";
# @codesyncer-todo: here-doc
END

my $re = qr{#\s*@codesyncer-todo}; # @codesyncer-rule: braces for patterns with slashes
s/#.*//; # @codesyncer-todo: keep quoted hashes

sub total {
    # @codesyncer-tradeoff(2024-05-06)
    #   - reads the whole file
    #   - one pass
    return $count;
}
__END__
# @codesyncer-todo: behind the end
