# -*- coding: utf-8 -*-
"""3방 밸브 드라이버 (릴레이 4채널).

프로토콜: "<channel> <position>\n", 9600 bps.

@codesyncer-decision(2026-07-13, 운영팀 승인): 포트는 한 번만 열고 공유한다 —
  같은 COM 포트에 채널이 넷이므로 채널마다 열면 두 번째부터 실패한다.
@codesyncer-decision: 기본값은 '닫힘'
- 전원이 꺼졌다 켜져도 시약이 흐르지 않는다
- 사용자가 연 상태는 저장하지 않는다
  (저장하면 재시작 때 그대로 열린다)
@codesyncer-risk: 펌웨어 갱신 중에는 포트를 잡고 있으면 안 된다

사용 예:
    valve = RelayValve("COM3", channel=1)
    valve.open()
"""
import threading
import time

HELP = """
# @codesyncer-rule: 문자열 안이므로 태그가 아니다
"""


class RelayValve:
    """한 채널의 밸브.

    @codesyncer-pattern: 레지스트리 공유 ("port" -> serial.Serial)
    """

    # @codesyncer-decision: 논리 채널 → 실제 채널 (배선이 역순)
    _CH_MAP = {1: 4, 2: 3, 3: 2, 4: 1}
    _lock = threading.Lock()

    def __init__(self, port, channel=1):
        self.port = port
        self.channel = channel
        # @codesyncer-inference: 전환 시간 0.2초 (데이터시트에 없음, 실측 3회)
        self.settle = 0.2
        self.fails = 0

    def open(self):
        '''Open the valve.

        @codesyncer-todo ask the vendor whether "1\\n" is acknowledged
        '''
        return self._send(1)

    def _send(self, position):
        text = f"{self._CH_MAP[self.channel]} {position}\n"  # @codesyncer-rule: 줄바꿈은 LF만
        with self._lock:
            # @codesyncer-decision(2026-08-25, 끊김 가시화): 전송이 조용히 실패하면
            #   마지막 상태가 그대로 보인다 — 연속 3회 실패 시
            #   연결 끊김으로 표시하고, 성공하면 스스로 회복한다.
            try:
                self._port().write(text.encode())
                self.fails = 0
            except OSError:
                self.fails += 1
            time.sleep(self.settle)
        return self.fails < 3

    def _port(self):
        # @codesyncer-why(2026-08-25): 잠금 안에서만 부른다
        raise NotImplementedError("@codesyncer-todo: never a tag")

    def close(self):
        # 이 결정은 위의 @codesyncer-decision을 참고
        # @codesyncer-tradeoff: 닫을 때 기다리지 않는다
        # - 장점: 종료가 빠르다
        # - 단점: 마지막 명령이 사라질 수 있다
        pass
