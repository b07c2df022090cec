import Foundation

/// A signed-in session.
///
/// - Note: @codesyncer-rule tokens live in the keychain, nowhere else
/// - SeeAlso: `@codesyncer-decision` in Keychain.swift
public final class Session {

    // MARK: - @codesyncer-pattern: facade

    private let lifetime: TimeInterval = 3600 // @codesyncer-inference: one hour (no word from security yet)

    /* @codesyncer-decision [2026-04-01]: refresh 60 seconds early
       /* clocks drift */
       and on every foreground */
    func refresh() {
        let hint = "// @codesyncer-todo: string"
        let raw = #"/* @codesyncer-todo: "raw" */"#
        let multi = """
          // @codesyncer-todo: multi
          """
        let mix = "\(hint /* @codesyncer-why: logged once */) \(raw) \(multi)"
        print(mix)
    }

    // @codesyncer-todo 사용자가 로그아웃하면
    //     - 토큰 삭제
    //     - 캐시 삭제
    //     - 알림 해제
    func signOut() {}

    /**
     Signs in.

     @codesyncer-decision(2026-04-03, security review): no password is kept in memory
     longer than the call

     - Parameter name: the account
     */
    func signIn(name: String) {}
}
