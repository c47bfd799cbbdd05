#include "mobile/ui/sentences.h"

#include <QCoreApplication>
#include <map>
#include <string>

#include "mobile/ui/sentences_library.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

const char* knownSentence(const std::string& code) {
    static const std::map<std::string, const char*> sentences{
        {"bad_invitation",
         QT_TRANSLATE_NOOP("Sentences", "这不是完整的邀请。请复制以 plumb://enrol 开头的整行文字，一个字也不要少。")},
        {"invite_unknown",
         QT_TRANSLATE_NOOP("Sentences", "服务器不认识这份邀请。请核对是不是这个单位发出的，或请管理员重发一份。")},
        {"invite_used",
         QT_TRANSLATE_NOOP("Sentences", "这份邀请已经用过了。每份邀请只能登记一台设备，请管理员再发一份。")},
        {"invite_expired", QT_TRANSLATE_NOOP("Sentences", "这份邀请已过期。请管理员再发一份。")},
        {"bad_proof", QT_TRANSLATE_NOOP("Sentences", "服务器没有认可本机的签名，登记没有完成。请再试一次。")},
        {"wrong_pin", QT_TRANSLATE_NOOP("Sentences", "PIN 不对。")},
        {"pin_wait", QT_TRANSLATE_NOOP("Sentences", "输错的次数太多，请稍等再试。")},
        {"pin_uncounted",
         QT_TRANSLATE_NOOP("Sentences",
                           "存储空间已满，记不下这次尝试，所以没有核对 PIN。请先清理空间再试，已存的内容没有丢。")},
        {"vault_busy", QT_TRANSLATE_NOOP("Sentences", "另一个程序正在使用这个密码库。请关掉它，或者稍等再试。")},
        {"no_vault", QT_TRANSLATE_NOOP("Sentences", "这个人的文件夹已经不在本机上了。")},
        {"map_missing", QT_TRANSLATE_NOOP("Sentences", "地图包不在原来的位置了。请接上存储设备，或重新选择。")},
        {"map_no_sqlite", QT_TRANSLATE_NOOP("Sentences", "这个文件不是 MBTiles 地图包，或者已经损坏。")},
        {"map_no_tiles", QT_TRANSLATE_NOOP("Sentences", "这个地图包里没有图块。")},
        {"map_vector", QT_TRANSLATE_NOOP("Sentences", "这是矢量地图包；请选择图片（栅格）格式的地图包。")},
        {"map_bounds", QT_TRANSLATE_NOOP("Sentences", "这个地图包的范围或级别写错了，不能使用。")},
        {"map_tile", QT_TRANSLATE_NOOP("Sentences", "地图包里有图块不是图片，或者已经损坏；该处显示示意图。")},
        {"map_lost", QT_TRANSLATE_NOOP("Sentences", "地图包读不到了，现在显示示意图。请检查存储设备，或重新选择。")},
        {"weak_pin", QT_TRANSLATE_NOOP("Sentences", "PIN 至少要 4 位数字。")},
        {"no_image", QT_TRANSLATE_NOOP(
                         "Sentences",
                         "这个文件不是照片，或者已损坏、不完整，打不开，没有加入。可用的有 JPEG、PNG、WebP 和 HEIC。")},
        {"bad_marks", QT_TRANSLATE_NOOP("Sentences", "这层标记读不出来，没有显示，也没有印出。")},
        {"copy_unwritten",
         QT_TRANSLATE_NOOP("Sentences", "副本没有写成：存储空间已满，或者文件夹不能写。原图没有变。")},
        {"no_document", QT_TRANSLATE_NOOP("Sentences", "这里收照片、PDF、Word、Excel 和 PPT 文件，别的格式没有加入。")},
        {"file_empty", QT_TRANSLATE_NOOP("Sentences", "这个文件是空的，没有加入。")},
        {"authority_unknown", QT_TRANSLATE_NOOP("Sentences", "这份文书的签名不是本系统信任的机构所认证的，不能认可。")},
        {"documents_uncertified",
         QT_TRANSLATE_NOOP("Sentences", "服务器还没有认证文书签名的机构，现在不能签发文书。请联系管理员。")},
        {"paper_differs",
         QT_TRANSLATE_NOOP("Sentences", "这份 PDF 与本机记录生成的文书不一致。请先同步，再重新签名。")},
        {"signed_already", QT_TRANSLATE_NOOP("Sentences", "这份 PDF 里已经有您的签名。")},
        {"version_unknown",
         QT_TRANSLATE_NOOP("Sentences", "文书所依据的不是这份记录的最新版本。请先同步，再重新签发。")},
        {"round_closed", QT_TRANSLATE_NOOP("Sentences", "这一轮自评已经截止收取，或已经提交，不能再交。")},
        {"round_submitted", QT_TRANSLATE_NOOP("Sentences", "这一轮自评已经提交过了；要改请在记录里补正。")},
        {"round_unknown", QT_TRANSLATE_NOOP("Sentences", "本机没有这一轮自评的通知。请先联网同步一次。")},
        {"person_unknown", QT_TRANSLATE_NOOP("Sentences", "这个人不是本企业登记过的人员。请先联网同步一次。")},
        {"record_accepted", QT_TRANSLATE_NOOP("Sentences", "这份自评已经通过审核，不能再改。")},
        {"divergent", QT_TRANSLATE_NOOP("Sentences", "有的项两台设备填得不同，请先选定再提交。")},
        {"image_too_large", QT_TRANSLATE_NOOP("Sentences", "这张照片的尺寸太大，没有加入。请用小一些的照片。")},
        {"no_such_file", QT_TRANSLATE_NOOP("Sentences", "没有这个文件。请核对路径。")},
        {"file_too_large", QT_TRANSLATE_NOOP("Sentences", "文件超过 64 MB，没有加入。")},
        {"file_unreadable", QT_TRANSLATE_NOOP("Sentences", "读不出这个文件，没有加入。")},
        {"no_sound", QT_TRANSLATE_NOOP("Sentences", "这段录音写不成文件。请再录一次；总这样就告知管理员。")},
        {"not_sealed", QT_TRANSLATE_NOOP("Sentences", "还有一张照片没有封存。请在相机页按“再存”，或放弃这一张。")},
        {"disk_full",
         QT_TRANSLATE_NOOP("Sentences", "存储空间已满，刚才的内容没有存上。请先清理空间，已存的内容没有丢。")},
        {"bad_pack", QT_TRANSLATE_NOOP("Sentences", "这不是能用的交换包，或者已经损坏。请换一个文件，或重新写一次。")},
        {"pack_cut", QT_TRANSLATE_NOOP("Sentences", "交换包不完整，只拷了一部分。请重新拷贝整个文件。")},
        {"pack_foreign",
         QT_TRANSLATE_NOOP("Sentences", "交换包不是给这台服务器或这台设备的，或者被改动过，没有采用。")},
        {"pack_changed",
         QT_TRANSLATE_NOOP("Sentences", "交换包被改动过或已损坏，没有采用其中的任何内容。请重新写一次。")},
        {"pack_unknown",
         QT_TRANSLATE_NOOP("Sentences", "这份回执是给另一台设备或另一个人的，没有采用。请选择本机交换包的回执。")},
        {"pack_old",
         QT_TRANSLATE_NOOP("Sentences",
                           "写出交换包以后，本机又得到了更新的内容，这份回执已经过时，没有采用。请重新写一次。")},
        {"file_unwritable", QT_TRANSLATE_NOOP("Sentences", "写不进这个文件夹。请换一个，或检查 U 盘是否写保护。")},
        {"body_too_large", QT_TRANSLATE_NOOP("Sentences", "服务器一次收不下这么多。请分几次写。")},
        {"wrong_server",
         QT_TRANSLATE_NOOP("Sentences", "应答的不是登记时的那台服务器（密钥不符）。什么也没有发出，请告知管理员。")},
        {"incomplete", QT_TRANSLATE_NOOP("Sentences", "还有漏项，不能签名。请先补全。")},
        {"party_missing", QT_TRANSLATE_NOOP("Sentences", "请被检查方签名；如果拒签，请写明理由和见证人。")},
        {"reason_missing", QT_TRANSLATE_NOOP("Sentences", "请写明补正的理由。")},
        {"newer_store", QT_TRANSLATE_NOOP("Sentences", "本机数据由更新版本的程序写成，请先升级。数据没有改动。")},
        {"vault_broken", QT_TRANSLATE_NOOP("Sentences", "密码库已损坏。没有删除任何内容，请从备份恢复。")},
        {"not_offered", QT_TRANSLATE_NOOP("Sentences", "服务器不提供这项功能。")},
        {"no_paper", QT_TRANSLATE_NOOP("Sentences", "这条记录没有文书可打。")},
        {"no_folder", QT_TRANSLATE_NOOP("Sentences", "没有这个文件夹，没有保存。请另选一个。")},
        {"no_record", QT_TRANSLATE_NOOP("Sentences", "本机没有这条记录。")},
        {"no_draft", QT_TRANSLATE_NOOP("Sentences", "这份草稿已经签名或删除了。")},
        {"checklist_withdrawn",
         QT_TRANSLATE_NOOP("Sentences", "这一版检查表已经撤回，不能再用它开始。请换一份检查表，或询问管理员。")},
        {"no_checklist", QT_TRANSLATE_NOOP("Sentences", "检查表的正文还没有下载到本机。请先联网同步一次。")},
        {"no_site", QT_TRANSLATE_NOOP("Sentences", "本机没有这个检查对象。请先联网同步一次。")},
        {"bad_number", QT_TRANSLATE_NOOP("Sentences", "这里要填数字，最多 15 位。")},
        {"bad_date", QT_TRANSLATE_NOOP("Sentences", "日期要写成 2026-11-22 的样子。")},
        {"bad_time", QT_TRANSLATE_NOOP("Sentences", "时刻要写成 07:30 的样子。")},
        {"bad_date_time", QT_TRANSLATE_NOOP("Sentences", "要写成 2026-11-22 07:30 的样子。")},
        {"bad_geopoint",
         QT_TRANSLATE_NOOP("Sentences", "位置要写成“纬度 经度 海拔 精度”，用空格隔开，如 38.2471 101.9683 1980 4。")},
        {"bad_geotrace",
         QT_TRANSLATE_NOOP("Sentences", "每个点写“纬度 经度”，点与点之间用分号隔开；线至少要有两个点。")},
        {"bad_geoshape",
         QT_TRANSLATE_NOOP("Sentences", "每个点写“纬度 经度”，点与点之间用分号隔开；最后一点与第一点相同。")},
        {"bad_choice", QT_TRANSLATE_NOOP("Sentences", "这个选项现在不能选，请从表中选。")},
        {"counted", QT_TRANSLATE_NOOP("Sentences", "份数是算出来的，不能添加，也不能删除。")},
        {"too_many", QT_TRANSLATE_NOOP("Sentences", "份数已经到上限，不能再添加。")},
        {"read_only", QT_TRANSLATE_NOOP("Sentences", "这里只供查看，不能填写。")},
        {"no_file", QT_TRANSLATE_NOOP("Sentences", "答案中的一个文件不在本机，不能签名。请删去后重新加入。")},
        {"bad_fact", QT_TRANSLATE_NOOP("Sentences", "这里不能这样填。数字只写数字，选项从表中选。")},
        {"same_version", QT_TRANSLATE_NOOP("Sentences", "草稿已经在这一版上了。")},
        {"other_checklist", QT_TRANSLATE_NOOP("Sentences", "这是另一份检查表，草稿不能改用它。")},
        {"amending", QT_TRANSLATE_NOOP("Sentences", "补正沿用原记录的检查表版本，不能改用新版。")},
        {"na_reason", QT_TRANSLATE_NOOP("Sentences", "不适用要写明理由。")},
        {"log_smaller",
         QT_TRANSLATE_NOOP(
             "Sentences",
             "服务器的日志比本机核验过的还要短：它丢失过记录。本机的内容一条没少，会重新提交；请告知管理员。")},
        {"log_forgot", QT_TRANSLATE_NOOP("Sentences",
                                         "服务器的日志与本机核验过的不一致：它丢失或改动过记录。本机的内容一条没少，等"
                                         "管理员重新打开日志后会自动提交；请告知管理员。")},
        {"log_recovering",
         QT_TRANSLATE_NOOP("Sentences",
                           "服务器刚从备份恢复，要等管理员重新打开日志才收记录。本机的内容一条没少，之后会自动提交。")},
        {"clock_jumped",
         QT_TRANSLATE_NOOP("Sentences", "服务器的时钟不对，暂时不收记录。本机的内容一条没少，之后会自动提交。")},
        {"clock_ahead", QT_TRANSLATE_NOOP("Sentences", "本机的时钟比服务器快。请校准后再试。")},
        {"nothing_lost", QT_TRANSLATE_NOOP("Sentences", "服务器没有在等待恢复日志，没有签名。")},
        {"id_used", QT_TRANSLATE_NOOP("Sentences", "服务器上已有用这个编号的另一条记录，没有收下。可以更正后重签。")},
        {"unnamed_full", QT_TRANSLATE_NOOP("Sentences", "服务器上等候记录的文件已满，这个文件稍后再传。")},
        {"line_damaged",
         QT_TRANSLATE_NOOP("Sentences",
                           "服务器发现它的日志中有内容被改动，没有给出。本机的内容一条没少；请告知管理员。")},
        {"busy", QT_TRANSLATE_NOOP("Sentences", "服务器正忙，稍后会自动再试。")},
        {"files_away",
         QT_TRANSLATE_NOOP("Sentences", "服务器暂时连不上存放文件的地方。本机的文件一个没少，稍后会自动再传。")},
        {"superseded", QT_TRANSLATE_NOOP("Sentences", "这份检查表已经发布了新版，请用新版开始。")},
        {"unproved",
         QT_TRANSLATE_NOOP("Sentences", "服务器说收下了这条记录，却拿不出证明。记录仍在本机，会再提交一次。")},
        {"bad_feed",
         QT_TRANSLATE_NOOP("Sentences",
                           "服务器给出的记录与它的日志对不上，一条也没有采用。本机的内容一条没少；请告知管理员。")},
        {"trust_withheld",
         QT_TRANSLATE_NOOP("Sentences",
                           "服务器没有给出全部密钥和注销记录，新内容暂不采用。本机的内容一条没少；请告知管理员。")},
        {"bad_trust",
         QT_TRANSLATE_NOOP("Sentences", "服务器给出的信任链到不了邀请中的根密钥，登记没有完成。请告知管理员。")},
        {"bad_checkpoint",
         QT_TRANSLATE_NOOP("Sentences", "服务器日志的签名核验不通过。什么也没有改动，请告知管理员。")},
        {"stopped", QT_TRANSLATE_NOOP("Sentences", "同步已停下，下次从断开的地方继续。")},
        {"store_broken", QT_TRANSLATE_NOOP("Sentences", "本机存储的内容有损坏。没有删除任何内容，请从备份恢复。")},
        {"not_enrolled", QT_TRANSLATE_NOOP("Sentences", "本机还没有登记，请先输入邀请。")},
        {"key_revoked", QT_TRANSLATE_NOOP("Sentences", "本机的密钥已被管理员注销，不能再提交。")},
        {"words_missing", QT_TRANSLATE_NOOP("Sentences", "还没有写要说的话。")},
        {"revocation_unproved",
         QT_TRANSLATE_NOOP(
             "Sentences",
             "服务器说本机的密钥已注销，却拿不出证明，不予采信。本机照常可用，内容一条没少；请告知管理员。")},
        {"key_unknown", QT_TRANSLATE_NOOP("Sentences", "服务器不认识本机的密钥。请告知管理员。")},
        {"wrong_role", QT_TRANSLATE_NOOP("Sentences", "您的角色不能签这类记录。")},
        {"wrong_region", QT_TRANSLATE_NOOP("Sentences", "这个对象不在您的辖区内。")},
        {"site_unknown",
         QT_TRANSLATE_NOOP("Sentences", "这个对象没有发布，或者它的发布还没有同步到本机。先同步，或请管理员发布。")},
        {"of_unknown", QT_TRANSLATE_NOOP("Sentences", "所指的记录不在本机，先同步一次。")},
        {"namesake",
         QT_TRANSLATE_NOOP("Sentences", "已有同名的人：是同一人就沿用原来的人员编号，不是就注明“同名不同人”。")},
        {"bad_score", QT_TRANSLATE_NOOP("Sentences", "服务器算出的得分与记录写的不同，没有收下。")},
        {"checklist_unknown", QT_TRANSLATE_NOOP("Sentences", "服务器还没有这份检查表，稍后会自动再试。")},
        {"bad_value",
         QT_TRANSLATE_NOOP("Sentences", "这里不能这样填：内容太长，或者有看不见的控制字符。请改好后再试。")},
        {"line_too_long",
         QT_TRANSLATE_NOOP("Sentences", "文字合起来太长，一条记录装不下，没有签名。请把情况说明或理由改短。")},
        {"version_old", QT_TRANSLATE_NOOP("Sentences", "这次检查已有更新的版本，请先看新版本。")},
        {"not_reviewable", QT_TRANSLATE_NOOP("Sentences", "这次检查已退回补正，问题还可能变，现在不能下达整改。")},
        {"finding_unknown", QT_TRANSLATE_NOOP("Sentences", "这次检查没有记录这个问题。")},
        {"finding_new",
         QT_TRANSLATE_NOOP("Sentences", "复查里出现了原来没有的问题：新问题请另做一次检查来记，不能记在复查里。")},
        {"not_its_turn",
         QT_TRANSLATE_NOOP("Sentences", "按现在的办理状态，还轮不到这一步。可能别人已经办过，请看办理经过。")},
        {"order_unknown", QT_TRANSLATE_NOOP("Sentences", "这个问题不在这份整改通知里。")},
        {"due_past", QT_TRANSLATE_NOOP("Sentences", "日期不对：期限不能早于今天，延期要晚于原来的期限。")},
        {"own_report", QT_TRANSLATE_NOOP("Sentences", "自己上报的整改不能由自己复查。")},
        {"recheck_unknown", QT_TRANSLATE_NOOP("Sentences", "所依据的现场复查不在日志里，或者不是这份整改通知的复查。")},
        {"request_unknown", QT_TRANSLATE_NOOP("Sentences", "要答复的不是现在这份延期申请，请先刷新。")},
        {"case_open", QT_TRANSLATE_NOOP("Sentences", "还有问题没有关闭，或者检查还没有接受，不能归档。")},
        {"wrong_site", QT_TRANSLATE_NOOP("Sentences", "这不是您单位的检查对象。")},
        {"not_cosigned",
         QT_TRANSLATE_NOOP("Sentences", "这份记录还等第二名检查员签字，签字之前不能审核，也不能下达整改。")},
        {"already_cosigned", QT_TRANSLATE_NOOP("Sentences", "第二名检查员已经签过字了。")},
        {"not_cosignable", QT_TRANSLATE_NOOP("Sentences", "这份记录已经审核过，不能再加签字。")},
        {"content_differs", QT_TRANSLATE_NOOP("Sentences", "两名检查员签的内容不一样，没有收下。")},
        {"signature_lifted",
         QT_TRANSLATE_NOOP("Sentences", "手写签名不是为这份记录签的：签的是另一份内容，或者签后内容改过。没有收下。")},
        {"done_ahead", QT_TRANSLATE_NOOP("Sentences", "整改完成的日期不能晚于报告签名的那一天。请改正日期后再签。")},
        {"not_deliverable", QT_TRANSLATE_NOOP("Sentences", "企业自评没有要送达的检查结果。")},
        {"name_differs", QT_TRANSLATE_NOOP("Sentences", "证照上的名称和登记的名称不同：请改正，或写明原因")},
        {"content_changed",
         QT_TRANSLATE_NOOP("Sentences",
                           "手写签名之后内容有变化（比如过了零点，得分重算）。请返回再看一遍，请对方重新签名。")},
        {"no_evidence", QT_TRANSLATE_NOOP("Sentences", "这个文件不能作拒签的证明：请附录音、录像、照片或文档。")},
        {"own_signature", QT_TRANSLATE_NOOP("Sentences", "第二个签名要由另一个人来签。")},
        {"locked_meanwhile",
         QT_TRANSLATE_NOOP("Sentences", "文件还没封存时平板锁定了，没有加入。请再加一次，原文件没有动过。")},
        {"locked", QT_TRANSLATE_NOOP("Sentences", "已锁定，请先输入 PIN。")},
    };
    const auto found = sentences.find(code);
    return found == sentences.end() ? librarySentence(code) : found->second;
}

// For failures that no sentence was written for: what kind it is, and the detail as it came.
const char* kindSentence(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::malformed:
            return QT_TRANSLATE_NOOP("Sentences", "内容的格式不对：%1");
        case ErrorKind::notFound:
            return QT_TRANSLATE_NOOP("Sentences", "找不到：%1");
        case ErrorKind::conflict:
            return QT_TRANSLATE_NOOP("Sentences", "与已有的内容冲突：%1");
        case ErrorKind::badSignature:
            return QT_TRANSLATE_NOOP("Sentences", "签名或封存核验不通过：%1");
        case ErrorKind::forbidden:
            return QT_TRANSLATE_NOOP("Sentences", "没有权限：%1");
        case ErrorKind::expired:
            return QT_TRANSLATE_NOOP("Sentences", "已过期：%1");
        case ErrorKind::tooLarge:
            return QT_TRANSLATE_NOOP("Sentences", "太大了：%1");
        case ErrorKind::offline:
            return QT_TRANSLATE_NOOP("Sentences", "连不上服务器。可以照常工作，有网络时会自动上传。");
        case ErrorKind::full:
            return QT_TRANSLATE_NOOP("Sentences", "空间已满：%1");
        case ErrorKind::unsupported:
            return QT_TRANSLATE_NOOP("Sentences", "这个版本还不支持：%1");
        case ErrorKind::refused:
            return QT_TRANSLATE_NOOP("Sentences", "没有被接受：%1");
        case ErrorKind::broken:
            return QT_TRANSLATE_NOOP("Sentences", "本机出了故障，刚才的操作没有完成：%1");
    }
    return "%1";
}

}  // namespace

bool hasSentence(const std::string& code) {
    return knownSentence(code) != nullptr;
}

QString sentenceFor(const Error& error) {
    if (const char* sentence = knownSentence(error.code)) return QCoreApplication::translate("Sentences", sentence);
    const QString text = QCoreApplication::translate("Sentences", kindSentence(error.kind));
    return text.contains(QLatin1String("%1")) ? text.arg(qs(error.detail)) : text;
}

QString sentenceForProblem(const QString& problem) {
    const auto colon = problem.indexOf(QLatin1String(": "));
    if (colon <= 0) return problem;
    return sentenceFor({ErrorKind::refused, ss(problem.left(colon)), ss(problem.mid(colon + 2))});
}

}  // namespace plumb::mobile
