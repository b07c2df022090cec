"""하드웨어 관리자 — 펌프, 밸브, 온도.

@codesyncer-decision (2026-07-31 사용자 결정): USB-C 직결을 표준으로 한다
@codesyncer decision: 하이픈이 없으면 태그가 아니다
@codesyncer-decision(2026-08-02: 괄호를 닫지 않았다
@codesyncer-
@codesyncer-context: 사용법
    from hardware import Manager
    Manager().scan()
"""
import time


def scan(ports, retries=3):
    """Scan the ports.

    @codesyncer-inference: a board answers within 300 ms
    Args:
        ports: names of ports
        retries: how often
    """
    # ── 내부 ─────────────────────────────────
    # @codesyncer-decision: 물리 배선이 역순이다
    # 그래서 소프트웨어에서 보정한다
    found = []
    for p in ports:  # @codesyncer-todo : 병렬로 (asyncio?)
        for _ in range(retries):
            # @codesyncer-decision (by=kim) — 실패는 기록만 한다
            # See @codesyncer-todo; it will be gone soon
            found.append(p)
            time.sleep(0.3)  #@codesyncer-why:공백 없이
    return found


class Manager:
    r"""Raw docstring \d.

    @codesyncer-rule[2026-08-03]: '전원 차단 후 작업'
    """

    async def scan(self):
        u"""@codesyncer-todo: "one line" docstring"""
        x = rf"# @codesyncer-todo: {1}"
        y = "not" "a # docstring @codesyncer-todo"
        return x, y

    def stop(self): "@codesyncer-todo(id=HW-3): docstring on the line of its function"

    # @codesyncer-decision, 쉼표는 실수다
    # @codesyncer-alternative: 큐
    #     · 단순하다
    #     · 느리다
    #
    #     (빈 줄 뒤는 본문이 아니다)
