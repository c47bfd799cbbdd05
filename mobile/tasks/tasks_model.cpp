#include "mobile/tasks/tasks_model.h"

#include "mobile/position/hand_over.h"
#include "mobile/position/place_line.h"
#include "mobile/tasks/task_words.h"
#include "mobile/ui/due_days.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

TasksModel::TasksModel(StoreThread& store, PositionSource& position, QObject* parent)
    : PinSigning(store, parent), m_position(position) {
    connect(&store, &StoreThread::storeChanged, this, &TasksModel::refresh);
    connect(&m_position, &PositionSource::changed, this, [this] {
        showList();
        emit moved();
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] {
        showList();
        showTask();
    });
}

void TasksModel::refresh() {
    store().ask(
        this, [](LocalStore& store) { return readOwnTasks(store); },
        [this](Result<TaskList> tasks) {
            if (tasks) {
                m_tasks = std::move(*tasks);
                showList();
            } else if (tasks.error().code != "locked") {
                say(tasks.error());
            }
        });
    if (m_id.isEmpty()) return;
    store().ask(
        this, [id = ss(m_id)](LocalStore& store) { return readTask(store, id); },
        [this, id = m_id](Result<TaskInfo> info) {
            if (id != m_id) return;
            if (!info) say(info.error());
            m_info = info ? std::make_unique<TaskInfo>(std::move(*info)) : nullptr;
            showTask();
        });
}

void TasksModel::show(const QString& id) {
    m_id = id;
    m_info.reset();
    clearProblem();
    showTask();
    refresh();
}

void TasksModel::forget() {
    m_id.clear();
    m_info.reset();
    m_tasks = {};
    clearProblem();
    showList();
    showTask();
}

void TasksModel::accept(const QString& pin) {
    answer(pin, true, {});
}

void TasksModel::decline(const QString& pin, const QString& reason) {
    answer(pin, false, reason);
}

void TasksModel::answer(const QString& pin, bool accepted, const QString& reason) {
    if (busy() || !m_info) return;
    began();
    store().ask(
        this,
        [order = AnswerOrder{m_id, accepted, reason.trimmed(), pin}](LocalStore& local) {
            return answerTask(local, order);
        },
        [this, accepted, id = m_id](Result<void> signedNow) {
            if (!signedNow) return failed(signedNow.error());
            done();
            emit answered(accepted);
            emit store().storeChanged();
            emit sealed(id);
        });
}

const records::GivenAnswer* TasksModel::ownAnswer() const {
    return m_info ? m_info->task.row.answerOf(ss(m_info->me)) : nullptr;
}

bool TasksModel::isMine() const {
    return m_info && records::isOpen(records::stateOf(m_info->task.row)) && m_info->task.row.says.isFor(ss(m_info->me));
}

bool TasksModel::mayAccept() const {
    const auto* own = ownAnswer();
    return isMine() && (!own || !own->accepted);
}

bool TasksModel::mayDecline() const {
    const auto* own = ownAnswer();
    return isMine() && !begun() && (!own || own->accepted);
}

bool TasksModel::mayStart() const {
    const auto* own = ownAnswer();
    const bool begins = !m_info || (!m_info->task.row.says.checklist.empty() && m_info->withdrawn.isEmpty());
    return isMine() && own && own->accepted && (begun() || begins);
}

int TasksModel::dueToday() const {
    const Day today = dayOf(store().clock()());
    return static_cast<int>(
        std::ranges::count_if(m_tasks.tasks, [&](const TaskInfo& info) { return info.task.row.says.due <= today; }));
}

QString TasksModel::site() const {
    return m_info ? qs(m_info->task.row.site) : QString();
}
QString TasksModel::siteName() const {
    return m_info ? qs(m_info->task.siteName) : QString();
}
QString TasksModel::due() const {
    if (!m_info) return {};
    const auto day = m_info->task.row.says.due;
    return dayWithWeekday(day) + QStringLiteral(" · ") + leftText(day, dayOf(store().clock()()));
}
QString TasksModel::dueTone() const {
    return m_info ? leftTone(m_info->task.row.says.due, dayOf(store().clock()())) : QString();
}
QString TasksModel::state() const {
    return m_info ? stateWord(*m_info) : QString();
}
QString TasksModel::stateTone() const {
    return m_info ? stateToneOf(*m_info) : QString();
}
QString TasksModel::instructions() const {
    return m_info ? qs(m_info->task.row.says.instructions) : QString();
}
QString TasksModel::point() const {
    if (!m_info || !m_info->task.latitude || !m_info->task.longitude) return {};
    return pointText({*m_info->task.latitude, *m_info->task.longitude});
}
QString TasksModel::away() const {
    return m_info ? awayOf(*m_info, m_position) : QString();
}

bool TasksModel::handOver() {
    if (!m_info || !m_info->task.latitude || !m_info->task.longitude) return false;
    return mobile::handOver({*m_info->task.latitude, *m_info->task.longitude}, siteName());
}

void TasksModel::showList() {
    const QString language = Settings::instance().language();
    const Day today = dayOf(store().clock()());
    std::vector<CardRow> rows;
    for (const auto& info : m_tasks.tasks) rows.push_back(cardOf(info, language, today, m_position));
    m_list.set(std::move(rows));
    emit listed();
}

void TasksModel::showTask() {
    const QString language = Settings::instance().language();
    std::vector<CardRow> choices;
    if (m_info && m_info->draft.isEmpty()) {
        for (const auto& [id, title] : m_info->choices) {
            CardRow row;
            row.id = id;
            row.title = qs(title, language);
            choices.push_back(std::move(row));
        }
    }
    m_choices.set(std::move(choices));
    m_facts.set(m_info ? factsOf(*m_info, language) : std::vector<NamedValueRow>());
    emit changed();
    emit moved();
}

}  // namespace plumb::mobile
