import 'package:flutter/material.dart';

/// The first page.
///
/// @codesyncer-decision: [2026-07-21] no state package
///   setState is enough for two pages
class HomePage extends StatelessWidget {
  /* @codesyncer-context: 앱의 첫 화면 */
  const HomePage({super.key});

  @override
  Widget build(BuildContext context) {
    final raw = r'// @codesyncer-todo: raw';
    final multi = '''
      // @codesyncer-todo: multi
    ''';
    final text = "${multi.length /* @codesyncer-inference: under 100 */} $raw";
    return Text(text); // @codesyncer-todo: l10n
  }
}

// @codesyncer-rule(2026-07-22): const wherever it compiles
// @codesyncer-alternative: riverpod @codesyncer-alternative: bloc
