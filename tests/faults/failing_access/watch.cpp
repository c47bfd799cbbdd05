#include "tests/faults/failing_access/watch.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace plumb::faults {
namespace {

bool below(std::string_view path, const std::string& folder) {
    return !folder.empty() && path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

[[noreturn]] void die() {
    ::kill(::getpid(), SIGKILL);
    for (;;) ::pause();
}

}  // namespace

thread_local bool Inside::t_inside = false;

namespace {
std::atomic<Watch*> g_watch{nullptr};
}

Watch& Watch::instance() {
    static Watch& watch = *new Watch;
    g_watch = &watch;
    return watch;
}

Watch* Watch::existing() {
    return g_watch;
}

Watch::Watch() {
    if (const char* text = std::getenv("PLUMB_FAULT")) arm(planOf(text));
}

bool Watch::planned(std::string_view path) const {
    return m_armed && (below(path, m_plan.folder) || path == m_plan.folder);
}

bool Watch::watches(std::string_view path) const {
    if (planned(path)) return true;
    for (const auto& folder : m_folders) {
        if (below(path, folder) || path == folder) return true;
    }
    return false;
}

Verdict Watch::strike() {
    ++m_counts.failed;
    if (m_plan.how == Plan::How::kill) die();
    return {m_plan.how == Plan::How::half ? Verdict::What::half : Verdict::What::fail, m_plan.error};
}

Verdict Watch::judge(Access access, std::string_view path) {
    if (!planned(path)) return {};
    const auto number = ++m_counts.of[static_cast<int>(access)];
    if (m_plan.jumpAt > 0 && m_counts.all() == m_plan.jumpAt) m_jump = m_plan.jump.count();
    if (m_plan.nth == 0 || access != m_plan.access) return {};
    return number == m_plan.nth || (m_plan.onwards && number > m_plan.nth) ? strike() : Verdict{};
}

std::uint64_t Watch::takeSpace(std::uint64_t growth, std::string_view path) {
    if (!planned(path)) return growth;
    const auto room = m_plan.space ? *m_plan.space - std::min(*m_plan.space, m_counts.grown) : growth;
    const auto taken = std::min(room, growth);
    if (taken < growth) ++m_counts.failed;
    m_counts.grown += taken;
    return taken;
}

bool Watch::isFull(std::string_view path) const {
    return planned(path) && m_plan.space && m_counts.grown >= *m_plan.space;
}

void Watch::keep(Step step) {
    if (!m_journaling) return;
    for (const auto& folder : m_folders) {
        if (below(step.path, folder) || step.path == folder) {
            m_journal.push_back(std::move(step));
            return;
        }
    }
}

bool Watch::failsAllocation() {
    if (!m_armed || m_plan.access != Access::allocation) return false;
    const auto number = ++m_allocations;
    if (m_plan.nth == 0 || (number != m_plan.nth && !(m_plan.onwards && number > m_plan.nth))) return false;
    if (m_plan.how == Plan::How::kill) die();
    return true;
}

void Watch::arm(const Plan& plan) {
    const std::lock_guard lock(m_mutex);
    m_plan = plan;
    m_counts = {};
    m_allocations = 0;
    m_jump = plan.jumpAt == 0 ? plan.jump.count() : 0;
    m_armed = true;
}

Counts Watch::disarm() {
    const std::lock_guard lock(m_mutex);
    m_armed = false;
    m_jump = 0;
    m_counts.of[static_cast<int>(Access::allocation)] = m_allocations;
    return m_counts;
}

Counts Watch::counted() {
    const std::lock_guard lock(m_mutex);
    auto out = m_counts;
    out.of[static_cast<int>(Access::allocation)] = m_allocations;
    return out;
}

void Watch::beginJournal(std::vector<std::string> folders) {
    const std::lock_guard lock(m_mutex);
    m_folders = std::move(folders);
    m_journal.clear();
    m_journaling = true;
}

std::size_t Watch::journalSize() {
    const std::lock_guard lock(m_mutex);
    return m_journal.size();
}

std::vector<Step> Watch::endJournal() {
    const std::lock_guard lock(m_mutex);
    m_journaling = false;
    m_folders.clear();
    return std::exchange(m_journal, {});
}

void Watch::report() {
    if (!m_armed || m_plan.report.empty()) return;
    const auto text = counted().toText();
    if (FILE* out = std::fopen(m_plan.report.c_str(), "w")) {
        std::fwrite(text.data(), 1, text.size(), out);
        std::fclose(out);
    }
}

namespace {

// When the program ends by itself.
struct AtEnd {
    ~AtEnd() {
        const Inside inside;
        Watch::instance().report();
    }
} g_atEnd;

}  // namespace

void doNotWaitForDisks() {
    Watch::instance().doNotWaitForDisks();
}
void arm(const Plan& plan) {
    Watch::instance().arm(plan);
}
Counts disarm() {
    return Watch::instance().disarm();
}
Counts counted() {
    return Watch::instance().counted();
}
void beginJournal(std::vector<std::string> folders) {
    Watch::instance().beginJournal(std::move(folders));
}
std::size_t journalSize() {
    return Watch::instance().journalSize();
}
std::vector<Step> endJournal() {
    return Watch::instance().endJournal();
}

}  // namespace plumb::faults
