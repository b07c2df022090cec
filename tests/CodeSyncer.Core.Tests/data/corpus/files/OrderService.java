package com.example.shop.order;

import java.util.List;
import java.util.Optional;

/**
 * Orders of the shop.
 *
 * <p>Write {@code @codesyncer-decision} where a decision was made.
 *
 * @codesyncer-context 사용자 주문 관리 (B2B 전용)
 * @codesyncer-rule 트랜잭션 관리 필수 — 서비스 계층에서만 시작한다
 * @author lee
 * @since 3.2
 */
@Service
public class OrderService {

    // @codesyncer-inference: BCrypt 사용 (보안 표준)
    private final PasswordEncoder encoder;

    /** @codesyncer-decision: [2025-06-01] "주문 번호는 날짜로 시작한다" */
    private final OrderNumbers numbers;

    private final String template = """
        // @codesyncer-decision: inside of a text block
        Hello %s
        """;

    public OrderService(PasswordEncoder encoder, OrderNumbers numbers) {
        this.encoder = encoder;
        this.numbers = numbers;
    }

    /**
     * Places an order.
     *
     * @codesyncer-decision(2025-06-14; by=lee): stock is reserved before payment,
     *     because an oversold item costs more than an abandoned cart.
     *
     *     The reservation ends after 20 minutes.
     * @codesyncer-tradeoff: reserved stock is not for sale for 20 minutes
     * @param cart the cart
     * @return the order
     */
    @Transactional
    public Order place(Cart cart) {
        char quote = '"'; // @codesyncer-todo: 이메일 중복 체크 추가 필요
        if (cart.isEmpty()) {
            throw new IllegalArgumentException("@codesyncer-rule: empty cart");
        }
        /* @codesyncer-work:SHOP-881(by=han): Split orders by warehouse */
        return new Order(numbers.next(), cart);
    }

    /**
     * <ul>
     * <li>@codesyncer-why orders are never deleted: the tax office asks ten years later</li>
     * <li>@codesyncer-reference wiki/orders#retention</li>
     * </ul>
     */
    public Optional<Order> find(long id) {
        return Optional.empty();
    }

    public List<Order> open() {
        return List.of(); // @claude-todo paging
    }
}
