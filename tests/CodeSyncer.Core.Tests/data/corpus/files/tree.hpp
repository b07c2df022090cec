#pragma once
// @codesyncer-context: header only, C++20

#include <memory>
#include <string>
#include <vector>

namespace geo {

/// A tree of boxes.
///
/// @codesyncer-decision: R-tree, quadratic split
///   (linear split was 3 times slower to query)
/// @tparam T the payload
template <typename T>
class Tree {
public:
    //! @codesyncer-rule boxes are half open
    struct Box { double x0, y0, x1, y1; };

    explicit Tree(std::size_t fanout = 16)  ///< @codesyncer-inference 16 from one benchmark on one machine
        : fanout_(fanout) {}

    void insert(Box box, T value) {
        const char* s = R"x(// @codesyncer-todo: raw )" still raw)x";
        auto n = 1'000'000; // @codesyncer-why: digit separators confuse the old doxygen
        (void)s; (void)n;
        nodes_.push_back({box, std::move(value)});
    }

    /*! @codesyncer-todo: bulk loading
        - sort by Hilbert value
        - pack from the left
     */
    void build();

private:
    struct Node { Box box; T value; };
    std::vector<Node> nodes_; /**< @codesyncer-tradeoff flat vector: fast to build, slow to erase */
    std::size_t fanout_;
};

} // namespace geo

// see also @codesyncer-decision, @codesyncer-rule in the sources
/* @codesyncer-pattern: CRTP is not used here on purpose */
