// A home with 100,000 records: how long the app takes to open it beyond scrypt, until Today shows what it holds, how
// long a search takes until its list stands, and what the app then holds in memory. The limits are 400 ms, 50 ms and
// 180 MB. Usage: bench_home [--quick], or bench_home --furnish FOLDER [--quick], which leaves such a home there and
// measures nothing (app_first_frame). The home is made by the store's own code from signed lines.
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <sys/wait.h>
#include <unistd.h>

#include "shared/store/vault_store.h"
#include "tests/bench/app_home.h"
#include "tests/bench/app_stage.h"
#include "tests/bench/memory.h"

Q_IMPORT_QML_PLUGIN(PlumblinePlugin)

using namespace plumb;
using namespace plumb::bench;

namespace {

constexpr double kUnlockLimit = 400, kSearchLimit = 50, kMemoryLimit = 180;

double medianOf(std::vector<double> all) {
    std::ranges::sort(all);
    return all[all.size() / 2];
}

// What the key costs by itself: store::unlock() is scrypt and little else.
double measureScrypt(const QString& home) {
    const auto folder = store::peopleOf(home.toStdString()).at(0).folder;
    std::vector<double> took;
    for (int i = 0; i < 3; ++i) {
        const double before = processWork();
        if (!store::unlock(folder, kPin, systemNow())) std::abort();
        took.push_back(processWork() - before);
    }
    return medianOf(took);
}

void measureUnlock(AppStage& stage, double scrypt, int rounds) {
    std::vector<double> took, worked, ui;
    for (int i = 0; i < rounds; ++i) {
        if (i > 0) {
            stage.app().account()->lock();
            AppStage::wait("the lock", [&] { return stage.app().account()->phase() == mobile::AccountModel::Locked; });
        }
        AppStage::rest(500);
        QElapsedTimer timer;
        const double all = processWork(), own = threadWork();
        timer.start();
        stage.app().account()->unlock(QString::fromLatin1(kPin));
        AppStage::wait("Today", [&] {
            return stage.app().account()->phase() == mobile::AccountModel::Open && stage.app().today()->wasRead();
        });
        took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        worked.push_back(processWork() - all);
        ui.push_back(threadWork() - own);
    }
    report(QStringLiteral("app.unlock_100k.scrypt.cpu"), scrypt, "ms");
    report(QStringLiteral("app.unlock_100k.first"), took.front(), "ms");
    report(QStringLiteral("app.unlock_100k"), medianOf(took), "ms");
    report(QStringLiteral("app.unlock_100k.cpu.all_threads"), medianOf(worked), "ms");
    report(QStringLiteral("app.unlock_100k.ui.cpu"), medianOf(ui), "ms");
    report(QStringLiteral("app.unlock_100k.of_limit"), (medianOf(worked) - scrypt) / kUnlockLimit, "of_limit");
}

void measureSearch(AppStage& stage) {
    stage.go(QStringLiteral("records"));
    auto& records = *stage.app().records();
    AppStage::wait("records", [&] { return records.rows()->count() > 0; });
    AppStage::rest(1000);
    std::vector<double> took, worked;
    for (const char* words :
         {"永昌", "ycx", "检查员7", "高原夏菜 民勤", "陪同人77777", "没有这样的", "蔬菜", "1000077"}) {
        QElapsedTimer timer;
        const double all = processWork();
        bool stands = false;
        const auto listed =
            QObject::connect(&records, &mobile::RecordsModel::changed, &records, [&] { stands = true; });
        timer.start();
        records.setFilter(QString::fromUtf8(words));
        AppStage::wait("what was found", [&] { return stands && records.lookedThrough(); });
        took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        worked.push_back(processWork() - all);
        QObject::disconnect(listed);
        AppStage::rest(300);
    }
    records.setFilter({});
    AppStage::rest(500);
    report(QStringLiteral("app.search_100k"), medianOf(took), "ms");
    report(QStringLiteral("app.search_100k.max"), *std::ranges::max_element(took), "ms");
    report(QStringLiteral("app.search_100k.cpu.max"), *std::ranges::max_element(worked), "ms");
    report(QStringLiteral("app.search_100k.of_limit"), *std::ranges::max_element(worked) / kSearchLimit, "of_limit");
}

void reportMemory(const QString& name) {
    report(name, memoryOf("VmRSS"), "MB");
    report(name + QStringLiteral(".own"), memoryOf("RssAnon"), "MB");
    report(name + QStringLiteral(".of_limit"), memoryOf("VmRSS") / kMemoryLimit, "of_limit");
}

}  // namespace

int main(int argc, char** argv) {
    const auto said = [&](const char* word) {
        return std::any_of(argv + 1, argv + argc, [&](const char* one) { return std::strcmp(one, word) == 0; });
    };
    const int sites = said("--quick") ? 2'000 : 20'000, records = said("--quick") ? 10'000 : 100'000;
    if (said("--furnish")) {
        if (argc < 3) return 2;
        (void)furnishHome(argv[2], sites, records);
        return 0;
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    // Made by another process: what it needed in memory is none of the app's.
    QTemporaryDir home;
    if (const pid_t maker = fork(); maker == 0) {
        (void)furnishHome(home.path().toStdString(), sites, records);
        std::_Exit(0);
    } else {
        int status = 1;
        if (waitpid(maker, &status, 0) != maker || status != 0) return 1;
    }
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    report(QStringLiteral("app.memory_100k.before"), memoryOf("VmRSS"), "MB");
    const double scrypt = measureScrypt(home.path());
    {
        AppStage stage(home.path(), {1280, 800});
        reportMemory(QStringLiteral("app.memory_100k.locked"));
        measureUnlock(stage, scrypt, said("--quick") ? 2 : 5);
        AppStage::rest(2000);
        reportMemory(QStringLiteral("app.memory_100k.today"));
        measureSearch(stage);
        for (const char* place : {"sites", "today", "records"}) {
            stage.go(QString::fromLatin1(place));
            AppStage::rest(1500);
        }
        reportMemory(QStringLiteral("app.memory_100k"));
    }
    std::fflush(nullptr);
    std::_Exit(0);  // as the app itself leaves (main.cpp)
}
