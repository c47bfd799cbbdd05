#include "tests/faults/failing_access/plan.h"

#include <sstream>

namespace plumb::faults {

std::string nameOf(Access access) {
    static constexpr const char* kNames[kAccesses] = {"write", "sync", "read", "open", "name", "allocation"};
    return kNames[static_cast<int>(access)];
}

// Numbers first, the two paths on lines of their own: a path may hold anything but a line's end.
std::string toText(const Plan& plan) {
    std::ostringstream out;
    out << static_cast<int>(plan.access) << ' ' << plan.nth << ' ' << static_cast<int>(plan.how) << ' ' << plan.error
        << ' ' << plan.onwards << ' ' << plan.space.has_value() << ' ' << plan.space.value_or(0) << ' '
        << plan.jump.count() << ' ' << plan.jumpAt << ' ' << plan.fastSync << '\n'
        << plan.folder << '\n'
        << plan.report;
    return out.str();
}

Plan planOf(const std::string& text) {
    std::istringstream in(text);
    Plan out;
    int access = 0, how = 0;
    bool limited = false;
    std::uint64_t space = 0;
    std::int64_t jump = 0;
    in >> access >> out.nth >> how >> out.error >> out.onwards >> limited >> space >> jump >> out.jumpAt >>
        out.fastSync;
    out.access = static_cast<Access>(access);
    out.how = static_cast<Plan::How>(how);
    if (limited) out.space = space;
    out.jump = std::chrono::seconds(jump);
    in.ignore(1);
    std::getline(in, out.folder);
    std::getline(in, out.report);
    return out;
}

std::uint64_t Counts::all() const {
    std::uint64_t out = 0;
    for (int access = 0; access < kAccesses; ++access) {
        if (access != static_cast<int>(Access::allocation)) out += of[access];
    }
    return out;
}

std::string Counts::toText() const {
    std::ostringstream out;
    for (const auto count : of) out << count << ' ';
    out << grown << ' ' << failed << '\n';
    return out.str();
}

Counts Counts::fromText(const std::string& text) {
    std::istringstream in(text);
    Counts out;
    for (auto& count : out.of) in >> count;
    in >> out.grown >> out.failed;
    return out;
}

}  // namespace plumb::faults
