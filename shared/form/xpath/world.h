// What expressions see of the world beyond their own nodes. Implemented by a filled form (filling.h) and, without one,
// by BareWorld for expressions that stand alone.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/form/xpath/value.h"

namespace plumb::form::xpath {

class World {
  public:
    virtual ~World() = default;

    // The time and zone of today(), now() and of dates without an offset.
    [[nodiscard]] virtual Instant now() const = 0;
    // random(), uuid(), randomize() without a seed.
    virtual std::uint64_t randomBits() = 0;
    // instance('id'); null where there is none. The node is the tree's root.
    virtual Tree* instance(std::string_view id) = 0;
    // jr:choice-name(value, '/path/of/question'): the label in the present language; none where there is no such
    // choice.
    virtual std::optional<std::string> choiceName(const NodeRef& context, std::string_view value,
                                                  std::string_view question) = 0;
    // jr:itext('id') in the present language, as it reads at the context.
    virtual std::optional<std::string> itext(const NodeRef& context, std::string_view id) = 0;
    // pulldata('file', 'wanted column', 'key column', key): the first match; "" where there is none; nothing where
    // there is no such file or column.
    virtual std::optional<std::string> pullData(std::string_view file, std::string_view wanted, std::string_view key,
                                                std::string_view value) = 0;
    // property('deviceid') and the like.
    virtual std::optional<std::string> property(std::string_view name) = 0;
    // version() of the form.
    [[nodiscard]] virtual std::string version() const = 0;

    // What is being evaluated. A text may ask for expressions of its own in the middle of one, these for further texts:
    // all of them share one measure, which each Evaluator (evaluate.h) keeps, so that texts which refer to each other
    // end in an error and not in a full stack or a frozen tablet.
    struct Effort {
        std::size_t work = 0;   // nodes looked at since the outermost began
        std::size_t depth = 0;  // evaluations in evaluations
        std::size_t nesting = 0;
        bool spent = false;  // it went too deep or cost too much
    };
    Effort effort;
};

// No form, no instances: a clock and seeded chance only.
class BareWorld : public World {
  public:
    explicit BareWorld(Clock clock, std::uint64_t seed = 1) : m_clock(std::move(clock)), m_random(seed) {}
    [[nodiscard]] Instant now() const override { return m_clock(); }
    std::uint64_t randomBits() override { return m_random(); }
    Tree* instance(std::string_view) override { return nullptr; }
    std::optional<std::string> choiceName(const NodeRef&, std::string_view, std::string_view) override { return {}; }
    std::optional<std::string> itext(const NodeRef&, std::string_view) override { return {}; }
    std::optional<std::string> pullData(std::string_view, std::string_view, std::string_view,
                                        std::string_view) override {
        return {};
    }
    std::optional<std::string> property(std::string_view) override { return {}; }
    [[nodiscard]] std::string version() const override { return {}; }

  private:
    Clock m_clock;
    std::mt19937_64 m_random;
};

}  // namespace plumb::form::xpath
