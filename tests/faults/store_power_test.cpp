// Simulates: a program dies, or the power goes, at every step that was done to the disk along one signing and one sync,
// on the tablet, on the server, or on both. From one run that is written down step by step, each moment's disk is made
// again (disk.h): with everything that was written (kill -9), with nothing but what was synced, and with a part of the
// rest. Then both are started on what is found. What was acknowledged before that moment is there, and a sync ends as
// if nothing had been. PLUMB_FAULT_STRIDE tries every n-th step only.
#include <catch2/catch.hpp>

#include <cstdlib>

#include "tests/faults/failing_access/failing_access.h"
#include "tests/faults/kit/disk.h"
#include "tests/faults/kit/stand.h"

using namespace plumb;
using namespace plumb::faults;

namespace {

constexpr unsigned kSeed = 20261128;

const char* nameOf(Keeps keeps) {
    static constexpr const char* kNames[] = {"kill", "synced", "names", "some"};
    return kNames[static_cast<int>(keeps)];
}

std::string said(Stand& stand) {
    try {
        const auto done = stand.sync();
        return done ? std::string() : done.error().code + ": " + done.error().detail;
    } catch (const std::exception& broken) {
        return std::string("broken: ") + broken.what();
    }
}

struct Sum {
    std::size_t cuts = 0, lost = 0, doubled = 0, wrong = 0;
};

// Which side's machine loses its power; the other one's is only switched off at that moment.
enum class Whose { tablet, server, both };

class Recording {
  public:
    Recording() {
        m_stand.reset();
        m_tablet.emplace(std::vector{m_stand.tabletFolder()});
        m_server.emplace(std::vector{m_stand.serverFolder()});
        beginJournal({m_stand.tabletFolder().string(), m_stand.serverFolder().string()});
        m_line = m_stand.sign().value().hash();
        m_signed = journalSize();
        REQUIRE(m_stand.sync());
        m_steps = endJournal();
        REQUIRE(m_stand.sync());
        m_undisturbed = m_stand.account();
        REQUIRE(m_undisturbed.find("WRONG") == std::string::npos);
    }

    void cutEverywhere(Whose whose, Keeps keeps, std::size_t stride, Sum& sum) {
        m_stand.close();
        auto tablet = m_tablet->fresh(), server = m_server->fresh();
        std::mt19937 random(kSeed);
        for (std::size_t at = 0; at <= m_steps.size(); ++at) {
            if (at % stride == stride / 2 || stride == 1 || at == m_signed) {
                tablet.cut(whose == Whose::server ? Keeps::all : keeps, random);
                server.cut(whose == Whose::tablet ? Keeps::all : keeps, random);
                INFO((whose == Whose::tablet   ? "the tablet's"
                      : whose == Whose::server ? "the server's"
                                               : "both")
                     << " power goes before step " << at << " of " << m_steps.size() << ", disk: " << nameOf(keeps));
                judge(at >= m_signed, sum);
            }
            if (at == m_steps.size()) break;
            const auto& step = m_steps[at];
            (step.path.starts_with(m_stand.tabletFolder().string()) ? tablet : server).apply(step);
        }
    }

  private:
    void judge(bool acknowledged, Sum& sum) {
        ++sum.cuts;
        REQUIRE_NOTHROW(m_stand.open());
        if (acknowledged && !m_stand.store().recordByHash(m_line)) ++sum.lost;
        std::string signing;
        if (m_stand.hasDraft()) {
            const auto line = m_stand.sign();
            if (!line) signing = line.error().code + ": " + line.error().detail;
        }
        INFO("signed: " << signing);
        CHECK_FALSE(m_stand.hasDraft());
        for (int again = 0; again < 2; ++again) {
            const auto sentence = said(m_stand);
            CHECK(sentence.empty());
        }
        sum.doubled += m_stand.inspections().size() > 1;
        CHECK(m_stand.inspections().size() == 1);
        const auto account = m_stand.account();
        sum.wrong += account != m_undisturbed;
        CHECK(account == m_undisturbed);
    }

    Stand m_stand;
    std::optional<Disk> m_tablet, m_server;  // as they were before the first step
    Sha256 m_line;
    std::size_t m_signed = 0;
    std::vector<Step> m_steps;
    std::string m_undisturbed;
};

}  // namespace

TEST_CASE("the power goes at any step: what was acknowledged is there, and the next sync ends as if nothing had been") {
    const char* given = std::getenv("PLUMB_FAULT_STRIDE");
    const auto stride = static_cast<std::size_t>(given ? std::max(1, std::atoi(given)) : 97);
    Recording recording;
    Sum sum;
    for (const auto keeps : {Keeps::all, Keeps::synced, Keeps::names, Keeps::some}) {
        for (const auto whose : {Whose::tablet, Whose::server, Whose::both}) {
            if (keeps == Keeps::all && whose != Whose::both) continue;
            recording.cutEverywhere(whose, keeps, stride, sum);
        }
    }
    CHECK(sum.lost == 0);
    CHECK(sum.doubled == 0);
    CHECK(sum.wrong == 0);
    std::printf("faults.power.cuts %zu\nfaults.power.lost %zu\nfaults.power.doubled %zu\nfaults.power.wrong %zu\n",
                sum.cuts, sum.lost, sum.doubled, sum.wrong);
}
