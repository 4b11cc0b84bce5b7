<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdjacentParties</name>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Adjacent parties</source>
        <translation>四至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Border shared (m)</source>
        <translation>共用界线长度（米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Border without a neighbour (m)</source>
        <translation>外侧无图斑的界线长度（米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Directions</source>
        <translation>方位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Distance within which a neighbour counts (metres)</source>
        <translation>外侧多远以内算相邻（米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Enclosed by the plot</source>
        <translation>地块内洞中的单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Extract adjacent parties</source>
        <translation>四至提取</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Layer of neighbours</source>
        <translation>相邻权属（图斑）图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Layer of roads and rivers</source>
        <translation>道路河流线图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Layers in another zone may be brought to that of the plots</source>
        <translation>允许把其他带的图层换带到地块所在带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Length of the border (m)</source>
        <translation>界线总长（米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Name field of roads and rivers</source>
        <translation>道路河流名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Name fields (empty: the first of QLR, QSDWMC, ZLDWMC, DLMC)</source>
        <translation>名称字段（不选则依次找QLR、QSDWMC、ZLDWMC、DLMC）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Named in the text (1) or too short (0)</source>
        <translation>列入四至（1）或过短未列（0）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Neighbour</source>
        <translation>相邻单位或地物</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Number of adjacent parties</source>
        <translation>相邻单位数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Number of plots</source>
        <translation>地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Plot name field</source>
        <translation>地块名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Plot number</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Plot number field</source>
        <translation>地块编号字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Plot {number}: nothing adjoins {metres} m of its border.</source>
        <translation>地块{number}：有{metres}米界线外侧无图斑。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Plots</source>
        <translation>地块图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Plots with adjacent parties</source>
        <translation>带四至的地块</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Plots with ground outside that no neighbour covers</source>
        <translation>有界线外侧无图斑的地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Share of the side (%)</source>
        <translation>占本方向比例（%）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Table of adjacent parties</source>
        <translation>四至明细表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>The neighbours of each plot to the east, south, west and north, ready for the approval form.</source>
        <translation>按东西南北（或八方位）写出每个地块的四至，可直接贴进勘测定界表。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>To the east</source>
        <translation>东至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>To the north</source>
        <translation>北至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>To the north-east</source>
        <translation>东北至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>To the north-west</source>
        <translation>西北至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>To the south</source>
        <translation>南至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>To the south-east</source>
        <translation>东南至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>To the south-west</source>
        <translation>西南至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>To the west</source>
        <translation>西至</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Writes for each plot who lies to the east, south, west and north (or in eight directions), by walking along its border and looking outward.

1. Plots: one feature a plot. Without a number field the feature id is the number.
2. Layer of neighbours: land survey parcels (DLTB), cadastral parcels or the ownership layer. A red line may cut a parcel: then the same parcel goes on outside and is the neighbour.
3. Name fields: what names a neighbour; several are put one behind the other. Left empty, the first there is of QLR, QSDWMC, ZLDWMC, DLMC. Features of one name on one side are one neighbour.
4. Roads and rivers: named lines within the distance outside the border go before the parcels.
5. Distance: how far outside a neighbour may begin. It is looked for straight outward, first at 0.1 m (so that borders measured twice do not make a plot its own neighbour), then farther; the first one met counts.
6. The direction is that of the outward normal of each piece of border. Neighbours stand along the side: from west to east, on the east and west from north to south. Those with less than 1 m or 5 % of a side (rules that can be changed) are left out of the text and stand in the detailed list.

Where nothing adjoins it says 外侧无图斑, where no border faces that way 无此方向界线 (of eight directions: —); what lies in a hole of the plot is told in a field of its own. Output: the plots with the fields EAST, SOUTH, WEST, NORTH (and SE, SW, NW, NE), and TEXT, the line of the form. Table: every neighbour on every side with the length of border shared. Workbook: 四至表, 四至明细, checks, and what the run was based on.</source>
        <translation>沿每个地块的界线向外看，写出东、南、西、北（或八方位）各与谁相邻。

1. 地块：一个要素一个地块。不选编号字段时用要素编号。
2. 相邻权属（图斑）图层：地类图斑（DLTB）、宗地或集体土地所有权图层。红线切开图斑时，外侧仍是同一图斑，四至就写它。
3. 名称字段：用来称呼相邻单位，可选多个，依次连写。不选则取QLR、QSDWMC、ZLDWMC、DLMC中最先有的一个。同一方向上同名的合为一个。
4. 道路河流：界线外侧相邻距离以内、有名称的线优先于图斑。
5. 相邻距离：外侧多远以内算相邻。从界线垂直向外，先看0.1米处（避免同一条界线测了两次时把地块自己当成四邻），没有再往远处看，先遇到的算相邻。
6. 方向按每段界线的外法线划分。同一方向的单位沿界线排列：南北两侧从西到东，东西两侧从北到南。共用界线不足1米或不足本方向5%的（规则，可改）不列入四至文字，只列入明细。

外侧没有图斑的写“外侧无图斑”，没有界线朝向的方向写“无此方向界线”（八方位时写“—”）；地块内洞中的单位另列一个字段。输出图层：地块加字段EAST、SOUTH、WEST、NORTH（以及SE、SW、NW、NE）和TEXT（报批表用的四至文字）。明细表：每个方向每个相邻单位及共用界线长度。工作簿：四至表、四至明细、勾稽检查、输入与口径。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>Zone, if the plots are in degrees</source>
        <translation>投影带（地块为经纬度时必选）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>eight directions</source>
        <translation>八方位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>four directions</source>
        <translation>四方位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>neighbours,adjacent,four sides,boundary,plot,survey and demarcation</source>
        <translation>四至,相邻,东至,界线,地块,勘测定界</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/adjacent_parties.py"/>
        <source>{count} texts are longer than a shapefile holds and were cut; a GeoPackage keeps them whole.</source>
        <translation>有{count}段文字超过shapefile的254字节而被截短；存为GeoPackage可保留全文。</translation>
    </message>
</context>
<context>
    <name>AdvanceClearing</name>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Advanced (mu)</source>
        <translation>预支面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Advances against approvals</source>
        <translation>预支核销对账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Area approved (mu)</source>
        <translation>批复面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Cleared, repaid or returned (mu)</source>
        <translation>已核销（含归还、退回，亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Compares, project by project, what was advanced with what was approved.

1. Last day: vouchers booked up to this day count; quarters are counted up to its quarter.
2. Advanced: all that was advanced and not reversed. Approved: the area of the clearing, or of the approval that used advanced quota while it is not cleared.
3. More back: advanced beyond the approval; less added: approved beyond the advance.
4. Overdue: not cleared after more quarters than the rule quota_overdue_quarters allows (four unless you change it).

The sum of the projects is checked against the balance of the ledger. Workbook: 预支指标核销对账表; table: one row for each project, for models.</source>
        <translation>逐项目比对预支面积与批复面积，多退少补。

1. 截止日期：记账日期不晚于该日的凭证计入；季度数算到该日所在季度。
2. 预支：未冲销的全部预支。批复：预支核销的批复面积；尚未核销的，为使用预支指标的批复面积。
3. 多退：预支大于批复的部分；少补：批复大于预支的部分。
4. 逾期：未核销的季度数超过规则quota_overdue_quarters（默认4个季度，可在设置中修改）。

各项目合计与台账余额核对。工作簿：预支指标核销对账表；结果表：一个项目一行，供模型使用。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Holders, by code or name, separated by commas (empty: all)</source>
        <translation>持有单位（代码或名称，逗号分隔；空为全部）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Last day (empty: today)</source>
        <translation>截止日期（空为今天）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Less is added (mu)</source>
        <translation>少补合计（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>More goes back (mu)</source>
        <translation>多退合计（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Not cleared (mu)</source>
        <translation>未核销面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Overdue (mu)</source>
        <translation>逾期未核销面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Overdue: {holder}, project {project}, {area} mu for {quarters} quarters</source>
        <translation>逾期：{holder}，项目{project}，{area}亩已{quarters}个季度未核销</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Per project what was advanced and approved: more goes back, less is added, what is overdue.</source>
        <translation>逐项目比对预支面积与批复面积，多退少补，列出逾期未核销。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Projects not cleared</source>
        <translation>未核销项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Projects overdue</source>
        <translation>逾期项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>Projects with an advance</source>
        <translation>预支项目</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>{advanced} mu advanced to {count} projects; {outstanding} mu of {open} projects are not cleared.</source>
        <translation>共向{count}个项目预支{advanced}亩；{open}个项目{outstanding}亩未核销。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/advance_clearing.py"/>
        <source>… and {count} more.</source>
        <translation>……另有{count}条。</translation>
    </message>
</context>
<context>
    <name>AssignTeams</name>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Areas in one piece</source>
        <translation>每组片区连片</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Areas of the teams</source>
        <translation>小组服务片区</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Assign planner teams</source>
        <translation>规划师分组划片</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Assignment</source>
        <translation>分组方案表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Bases to choose (0: none)</source>
        <translation>需选驻点数（0为不选）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Capacity of a team</source>
        <translation>小组容量</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Capacity of teams that have none of their own</source>
        <translation>未填容量的小组按此容量</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Changes of today's assignment</source>
        <translation>对现行分工的调整</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Code system of the tables (name and year)</source>
        <translation>各表的代码体系（名称和年份）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Code system of the units (name and year)</source>
        <translation>服务单元的代码体系（名称和年份）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Coefficient of variation of workload</source>
        <translation>工作量变异系数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Field map, as in DYDM=村代码;XZBH=小组</source>
        <translation>字段对应，如 DYDM=村代码;XZBH=小组</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Gap (%)</source>
        <translation>差距（%）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Gini coefficient of workload</source>
        <translation>工作量基尼系数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Ground of the county, for units that are points</source>
        <translation>县域范围（服务单元为点时用）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Largest gap between neighbours (m)</source>
        <translation>相邻单元的最大缝隙（米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Largest workload by the mean</source>
        <translation>最大工作量与平均之比</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Level of units</source>
        <translation>单元层级</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Lower bound</source>
        <translation>下界</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Number of teams</source>
        <translation>小组数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Number of units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Objective</source>
        <translation>目标值</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Pinned units (table of unit and team)</source>
        <translation>锁定单元（单元与小组对照表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Price of a change, in units of travel</source>
        <translation>每调整一个单元折合的路程</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Proposes which planner team serves which street, town or village. Units are never edited: the proposal is a table of its own for each scenario.

1. Units: polygons, or points with a code of 9 or 12 digits (DYDM; or XZQDM, ZLDWDM), name (DYMC), town (SSXZ), county (SSXQ), people (RKS), active projects (ZBXM), visits due (YZFCS). A code that stands twice is refused. Points get Voronoi cells, clipped to “Ground of the county”.
2. Teams: points with id (XZBH), name (XZMCH), leading planner (QTGHS), role (FWJS), level (FWCJ), term (PQQSRQ, PQJZRQ), capacity (FWRL, in units or in workload). Teams whose term does not hold on the day are left out and told.
3. Workload: units, area, people, projects and visits, each against its mean over the teams, by weights (resources/rules/service.csv, or “Weights of workload” as in units=1;population=2). The mean is 1.
4. Minimised: travel, straight in km or from a matrix (unit, team, CXCB), under capacity, balance (workload at most so many % off the mean), contiguity, pinned units. Changes of today's assignment may cost, or be as few as possible before all else.
5. Tables of units (pinned, today's, matrix) match by code where their code system is that of the units, else by county and name without endings such as 村民委员会; what does not match is listed.
6. Up to 200 units and 25 teams: exact (HiGHS), with proof or the gap reached in time. Above: relaxation, repair and local search, with the gap to the relaxation. The same input and seed give the same answer unless time ends first.
7. “Bases to choose”: so many of the teams' points (without teams: of the units) are chosen first, so that travel is least.

Workbook: units, workload of teams with coefficient of variation, max/mean and Gini, solver with bound and gap, checks, findings, inputs. Layers: the assignment table; areas of the teams in colours that colour-blind people tell apart.</source>
        <translation>提出每个街道、乡镇、村由哪个规划师小组服务的方案。不改动服务单元：每个方案是一张单独的表。

1. 服务单元：面，或带9位、12位代码的点（DYDM，或XZQDM、ZLDWDM），另有名称（DYMC）、乡镇（SSXZ）、县区（SSXQ）、人口（RKS）、在办项目（ZBXM）、应走访次数（YZFCS）。代码重复的不受理。点按泰森多边形划界，以“县域范围”为界。
2. 小组：点，有编号（XZBH）、名称（XZMCH）、牵头规划师（QTGHS）、角色（FWJS）、层级（FWCJ）、聘期（PQQSRQ、PQJZRQ）、容量（FWRL，按单元数或工作量）。当日不在聘期内的小组不列入，并提示。
3. 工作量：单元数、面积、人口、项目、走访次数，各除以小组平均值后按权重相加（权重见resources/rules/service.csv，或在“工作量权重”中填写，如units=1;population=2）。平均为1。
4. 目标：在容量、均衡（工作量与平均相差不超过百分之几）、连片、锁定单元的限制下路程最短；路程按直线公里，或按矩阵表（单元、小组、CXCB）。对现行分工的调整可计代价，也可先求调整最少。
5. 锁定、现行分工、矩阵各表的代码体系与服务单元相同的按代码匹配，否则按县区加名称匹配，名称去掉村民委员会之类的后缀；未匹配的列入清单。
6. 不超过200个单元、25个小组的求精确解（HiGHS），给出最优证明或到时限时的差距；更大的用松弛、修复和局部搜索，给出与松弛下界的差距。输入和种子相同则结果相同，除非到时限停止。
7. “需选驻点数”：先从小组的点（没有小组时从服务单元）中选出若干驻点，使路程最短。

工作簿：单元分配、小组工作量（变异系数、最大与平均之比、基尼系数）、求解情况（下界和差距）、检查、问题、口径。图层：分组方案表；小组服务片区，用色盲也能分辨的颜色，相邻片区不同色。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Proposes who serves which street, town and village, by travel, workload and contiguity.</source>
        <translation>按路程、工作量、连片自动提出街镇村由哪个小组服务的方案。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Proven optimum (1 yes, 0 no)</source>
        <translation>已证明最优（1是，0否）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Scenario</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Scenario 1</source>
        <translation>方案一</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Seed of the search</source>
        <translation>搜索的随机种子</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Service units (polygons or points)</source>
        <translation>服务单元（面或点）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Teams or candidates for bases (points)</source>
        <translation>小组或备选驻点（点）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>The time limit ended the search; another run may differ.</source>
        <translation>到时限停止搜索，再次运行结果可能不同。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Time limit (s, 0: none)</source>
        <translation>时限（秒，0为不限）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Today's assignment (table of unit and team)</source>
        <translation>现行分工（单元与小组对照表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Travel counts</source>
        <translation>路程按什么计</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Travel matrix (table of unit, team and travel)</source>
        <translation>路程矩阵（单元、小组、路程对照表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Travel of all units</source>
        <translation>全部单元路程合计</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Units that change their team</source>
        <translation>调整小组的单元数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Valid from (empty: today)</source>
        <translation>起始日期（空为今天）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Weights of workload, as in units=1;population=2</source>
        <translation>工作量权重，如 units=1;population=2</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Workload at most so many % off the mean (empty: any)</source>
        <translation>工作量与平均相差不超过百分之几（空为不限）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>active projects</source>
        <translation>在办项目</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>all roles</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>as few as possible, before travel</source>
        <translation>先求调整最少，再求路程最短</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>as given</source>
        <translation>按图层所给</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>each at a price</source>
        <translation>每次调整计代价</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>each unit once</source>
        <translation>每个单元计一次</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>free</source>
        <translation>可自由调整</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>in units</source>
        <translation>按单元数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>in workload (1 is the mean)</source>
        <translation>按工作量（1为平均）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>not limited</source>
        <translation>不限</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>people</source>
        <translation>人口</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>responsible planners</source>
        <translation>责任规划师</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>towns</source>
        <translation>街道、乡镇</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>village planners</source>
        <translation>乡村规划师</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>villages</source>
        <translation>村</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>visits due</source>
        <translation>应走访次数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>{units} units, {teams} teams: objective {value}, bound {bound}, gap {gap} %.</source>
        <translation>{units}个单元、{teams}个小组：目标值{value}，下界{bound}，差距{gap}%。</translation>
    </message>
</context>
<context>
    <name>BackgroundWork</name>
    <message>
        <location filename="../dialogs/import_wizard_task.py"/>
        <source>Cancelled. Nothing was posted.</source>
        <translation>已取消，未入账。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_task.py"/>
        <source>Internal error ({kind}: {reason}). Nothing was posted; please send the log.</source>
        <translation>内部错误（{kind}：{reason}）。未入账，请把日志发给我们。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_task.py"/>
        <source>Not enough memory: close other programs, or split the file.</source>
        <translation>内存不足：请关闭其他程序，或把文件拆开再导入。</translation>
    </message>
</context>
<context>
    <name>BalancesPage</name>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>&amp;Year</source>
        <translation>年度(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Adjusted +/−</source>
        <translation>调剂+/−</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Advanced and not yet cleared.</source>
        <translation>已预支、尚未核销。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>All years</source>
        <translation>全部年度</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Approved (used or written off), of real sources.</source>
        <translation>已批复（已使用或已核销），不含预支部分。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Available, reserved and allocated, less what was advanced.</source>
        <translation>可用、预留、配置之和，减去预支未核销。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Composition</source>
        <translation>构成</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Free: may be reserved, allocated or transferred.</source>
        <translation>可预留、可配置、可调剂的部分。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Holder / source (mu)</source>
        <translation>单位 / 来源（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Issued by the upper level or entered as opening balance, and not taken back, in mu.</source>
        <translation>上级下达或期初登记且未收回的指标，亩。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Left</source>
        <translation>结余</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Obtained</source>
        <translation>获得</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Pending</source>
        <translation>在途</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Quota advanced</source>
        <translation>预支</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Quota year</source>
        <translation>指标年度</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Received from other holders (negative: given to them) and from other years.</source>
        <translation>从其他单位调入（负数为调出）和从其他年度结转。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Reserved for projects or allocated to them.</source>
        <translation>已预留或已配置到项目。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Reserved, allocated</source>
        <translation>预留、配置</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Submitted and not yet approved, of real sources.</source>
        <translation>已上报未批复，不含预支部分。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>Used</source>
        <translation>已批</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>{source} (apart, not in the sum)</source>
        <translation>{source}（单列，不计入合计）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_balances.py"/>
        <source>{total} mu, of which agricultural {farm}, of which cultivated {fields}</source>
        <translation>{total} 亩，其中农用地 {farm} 亩，其中耕地 {fields} 亩</translation>
    </message>
</context>
<context>
    <name>BookingDialog</name>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>A confirmation number can't hold the signs ; and =.</source>
        <translation>确认单号不能含有分号和等号。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Booking date</source>
        <translation>记账日期</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Capacity</source>
        <translation>粮食产能</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Confirmation number</source>
        <translation>确认单号</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Document number of the land approval</source>
        <translation>用地批复文号</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Draw</source>
        <translation>核销</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Draw in the ledger</source>
        <translation>核销记账</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Each project has a confirmation number of its own.</source>
        <translation>每个项目须有各自的确认单号。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Freeze in the ledger</source>
        <translation>冻结记账</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>In {ledger}, {count} projects are drawn: {amounts}. Remaining after it: {remaining}.</source>
        <translation>将在台账“{ledger}”中为{count}个项目核销：{amounts}。核销后储备库剩余：{remaining}。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>In {ledger}, {count} projects are frozen: {amounts}. Remaining after it: {remaining}.</source>
        <translation>将在台账“{ledger}”中为{count}个项目冻结：{amounts}。冻结后储备库剩余：{remaining}。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>No project is settled: there is nothing to book.</source>
        <translation>没有已落实的项目，无可记账。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Project name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>Type the confirmation number of each project.</source>
        <translation>请逐个填写各项目的确认单号。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>What is booked for a project already is not booked twice. Errors are corrected by reversing vouchers.</source>
        <translation>项目已记过的部分不会重复记账；记错的用红字冲销凭证更正。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>kg</source>
        <translation>公斤</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>{count} projects that are not settled are left out.</source>
        <translation>未落实的{count}个项目不记账。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_booking.py"/>
        <source>{projects} draw from lots of another county: transfer them into the reserve of their county first.</source>
        <translation>{projects}使用了外县的储备项目：须先办理调剂，转入本县储备库。</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Also overlaps, gaps and slivers as areas (temporary layer)</source>
        <translation>同时输出重叠、缝隙、碎面的面图层（临时图层）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Cancel run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，未写出任何文件。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Choose the land survey layer (DLTB).</source>
        <translation>请选择地类图斑图层（DLTB）。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Districts for sums and gaps (optional)</source>
        <translation>行政区或村级调查区，核对合计和缝隙用（可选）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Fields with other names (optional)</source>
        <translation>字段名不同时的对应（可选）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Findings as a temporary layer (decisions are lost when QGIS is closed)</source>
        <translation>问题存为临时图层（关闭QGIS后核实结果不保留）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Findings in {survey}</source>
        <translation>质检问题 {survey}</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Findings into a GeoPackage file:</source>
        <translation>问题存入GeoPackage文件：</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Layer {layer} is being edited and its file would be replaced: save or end its edits first.</source>
        <translation>图层 {layer} 正在编辑，而它的文件将被替换：请先保存或结束编辑。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Run the check</source>
        <translation>运行质检</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Save the findings</source>
        <translation>保存质检问题</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Say in which file the findings are to be saved.</source>
        <translation>请指定质检问题保存到哪个文件。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>Survey to be checked</source>
        <translation>待质检的地类图斑</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>The run failed; the log says why.</source>
        <translation>运行失败，原因见运行记录。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>The survey check is not there: switch the plugin off and on again.</source>
        <translation>找不到地类图斑质检算法：请停用插件后重新启用。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>What the run says appears here.</source>
        <translation>运行信息显示在这里。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_run.py"/>
        <source>survey_check</source>
        <translation>质检问题</translation>
    </message>
</context>
<context>
    <name>CheckSurvey</name>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Accepted findings</source>
        <translation>已核实问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Attributes, shapes, areas, coverage and district sums of land survey parcels (DLTB).</source>
        <translation>检查地类图斑（DLTB）的属性、图形、面积、拓扑和行政区合计。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Checks the land survey parcels (DLTB): fields, codes and what each class demands; field ridges and areas; shapes, overlaps and gaps; the registered area TBMJ against the ellipsoidal area by the survey's procedure; sums against districts.

1. Land survey: parcels in a CGCS2000 Gauss-Kruger zone. Fields are recognised by name, alias or Chinese name; where yours are called otherwise, say so under “Field map”, as in DLBM=地类编码;TBMJ=面积.
2. Districts (optional): XZQ with XZQDM, XZQMC, DCMJ, or CJDCQ with ZLDWDM, ZLDWMC, DCMJ or MJ. Parcels belong to a district by their location code ZLDWDM; sums are compared in whole 0.01 m².
3. Former result (optional): states and reasons given there stay with the findings that are still the same; left empty, those of the layer that the result replaces are kept.

How bad a finding is, and which checks are off because their sources contradict each other, are rules (check_…) that a bureau changes in a file of its own; the sheet 质检项目与口径 lists all of them.

Shapes that are invalid are measured after repair by the even-odd rule; the survey itself is never changed.</source>
        <translation>检查地类图斑（DLTB）：字段、代码及各地类应填内容；田坎与面积；图形、重叠和缝隙；登记的图斑面积（TBMJ）与按调查规程计算的椭球面积；与行政区面积的合计关系。

1. 地类图斑：须为CGCS2000高斯-克吕格分带坐标。字段按字段名、别名或中文名识别；名称不同的在“字段对应”中注明，如DLBM=地类编码;TBMJ=面积。
2. 行政区（可选）：XZQ图层含XZQDM、XZQMC、DCMJ，或CJDCQ图层含ZLDWDM、ZLDWMC、DCMJ或MJ。图斑按坐落单位代码ZLDWDM归入行政区；合计按0.01平方米整数比较。
3. 上次质检结果（可选）：未变的问题沿用其处理状态和核实理由；留空时沿用将被替换的图层中的状态。

问题的级别，以及因依据互相矛盾而不检查的项目，都是可由本单位自行修改的规则（check_…）；“质检项目与口径”表列出全部规则。

无效图形按奇偶规则修复后量算；原图层不做任何改动。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Districts (XZQ or CJDCQ)</source>
        <translation>行政区（XZQ或CJDCQ）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Errors</source>
        <translation>错误数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Field map, as in DLBM=地类编码;QSXZ=权属</source>
        <translation>字段对应，例如 DLBM=地类编码;QSXZ=权属</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Findings</source>
        <translation>问题图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Former result, whose states are kept (empty: the layer replaced)</source>
        <translation>上次质检结果（沿用其处理状态；留空则取将被替换的图层）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Ground of overlaps, gaps and slivers</source>
        <translation>重叠、缝隙、碎面范围</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Hints</source>
        <translation>提示数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Number of parcels</source>
        <translation>图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Open findings</source>
        <translation>待核实问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Quality check of the land survey</source>
        <translation>地类图斑质检</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Shapes repaired</source>
        <translation>修复图形个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Total registered area (m²)</source>
        <translation>图斑面积合计（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>Warnings</source>
        <translation>警告数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>{check}: {count}</source>
        <translation>{check}：{count}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>{parcels} parcels, {area} m² ({ha} ha, {mu} mu); {findings} findings.</source>
        <translation>图斑{parcels}个，{area}平方米（{ha}公顷、{mu}亩）；问题{findings}条。</translation>
    </message>
</context>
<context>
    <name>ChoicesPanel</name>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>A table with one row a lot</source>
        <translation>储备项目表（每行一个储备项目）</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>A table with one row a project</source>
        <translation>建设项目表（每行一个项目）</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Advanced</source>
        <translation>高级选项</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>Area rules</source>
        <translation>面积口径与平差</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Choose the field that holds the plot numbers.</source>
        <translation>请选择地块编号字段。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Choose the land survey layer (DLTB).</source>
        <translation>请选择地类图斑图层（DLTB）。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Choose the layer of the red lines.</source>
        <translation>请选择用地红线图层。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Choose the ledger that holds the reserve. The algorithms “New quota ledger” and “Enter supplementary farmland into the reserve” of the toolbox make one of a spreadsheet.</source>
        <translation>请选择含储备库的台账。没有的，可用工具箱中的“新建指标台账”和“补充耕地入库”把储备库电子表格导入台账。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Choose the table of the lots.</source>
        <translation>请选择储备项目表。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Choose the table of the projects.</source>
        <translation>请选择建设项目表。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Construction projects</source>
        <translation>建设项目</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>Control layers (those you have)</source>
        <translation>控制线图层（有哪些选哪些）</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>No red line is selected: select some on the map or untick the box.</source>
        <translation>没有选中的红线：请在地图上选中红线，或取消勾选“仅分析选中的红线”。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>Only selected red lines</source>
        <translation>仅分析选中的红线</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>Pieces as a temporary layer</source>
        <translation>占用图斑为临时图层</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>Pieces into a GeoPackage file:</source>
        <translation>占用图斑存为 GeoPackage 文件：</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Projects as a temporary layer</source>
        <translation>项目图层存为临时图层</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Projects into a GeoPackage file:</source>
        <translation>项目图层存入GeoPackage文件：</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>Red lines and survey</source>
        <translation>红线与图斑</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Red lines over the land survey</source>
        <translation>用地红线叠加地类图斑</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Reserve of supplementary farmland</source>
        <translation>补充耕地储备库</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Rules</source>
        <translation>口径与规则</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Rules in force</source>
        <translation>现行规则</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>Save the pieces</source>
        <translation>保存占用图斑</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Save the projects</source>
        <translation>保存项目图层</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>Say in which file the pieces are to be saved.</source>
        <translation>请指定占用图斑保存到哪个文件。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>Say in which file the projects are to be saved.</source>
        <translation>请指定项目图层存入哪个文件。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>by preset</source>
        <translation>随预设</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>by preset: {value}</source>
        <translation>按用途方案：{value}</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>farmland_balance</source>
        <translation>耕地平衡</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>none: refused</source>
        <translation>不填（缺等别即中止）</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_choices.py"/>
        <source>occupation</source>
        <translation>占用地类</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_choices.py"/>
        <source>{words} (&amp;{key})</source>
        <translation>{words}(&amp;{key})</translation>
    </message>
</context>
<context>
    <name>ClassSummary</name>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Agricultural land (m²)</source>
        <translation>农用地面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Area of cultivated land</source>
        <translation>耕地面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Areas by land class</source>
        <translation>地类面积汇总</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Areas by region and class</source>
        <translation>分行政区域分地类面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Cells moved by rounding</source>
        <translation>平差调整的格数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Class table (name or CSV file)</source>
        <translation>地类代码表（名称或CSV文件）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Class table of each region, too</source>
        <translation>同时出每个行政区域的分类面积表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Construction land (m²)</source>
        <translation>建设用地面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Cultivated land as counted (m²)</source>
        <translation>耕地面积（按所选口径，平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Districts with names and control areas</source>
        <translation>行政区（名称、控制面积）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Field map, as in DLBM=地类编码;TBMJ=面积</source>
        <translation>字段对应，例如 DLBM=地类编码;TBMJ=面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Number of parcels</source>
        <translation>图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Number of regions</source>
        <translation>行政区域数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Rounding</source>
        <translation>取位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Rows</source>
        <translation>汇总层级</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Sums up the registered areas of the land survey (DLTB) by region and land class. Shapes are not read: the layer may as well be a table.

1. Land survey: DLBM, TBMJ and ZLDWDM are needed, found by name, alias or Chinese name; where yours are called otherwise, say so under “Field map”.
2. Districts: XZQ, CJDCQ or any layer with codes (XZQDM or ZLDWDM), names and control areas (DCMJ). It gives the names of townships and counties, and every district is checked against its control area to 0.01 m².
3. Area: by the counting of the survey the ridge (KCMJ) of cultivated land stands under 1203 田坎.
4. Rounding: the total is rounded to the printed unit and shared out to regions and classes by the largest remainder, so that rows and columns foot at every level; each cell that was moved is listed on the sheet 平差明细. “Exact” prints every 0.01 m².
5. Codes the class table does not know get a column of their own, parcels without a location code a row of their own. A layer coded in another class table, or in two, is refused.

Workbook: 三大类面积汇总表 (82 columns), 分类面积汇总表 (one class a row), 三大类概览, in 公顷 and 亩; checks, moved cells, findings, inputs. While one check does not hold, every sheet is marked 草稿. Result table: one row for each region and class, exact areas in three units, for models.</source>
        <translation>按行政区域和地类汇总地类图斑（DLTB）的登记面积。不读图形，图层也可以是不带图形的表。

1. 地类图斑：需要DLBM、TBMJ、ZLDWDM，按名称、别名或中文名识别；叫法不同的，在“字段对应”中写明。
2. 行政区：XZQ、CJDCQ或任何带代码（XZQDM或ZLDWDM）、名称和控制面积（DCMJ）的图层。乡镇、县的名称由它给出，每个行政区都与控制面积核对到0.01平方米。
3. 面积：按调查口径，耕地的扣除面积（KCMJ）计入1203 田坎。
4. 取位：总面积四舍五入到表内单位，再按尾数大小分配到各行政区域、各地类，各级行、列都平；调整过的格列在“平差明细”。“不取舍”则精确到0.01平方米。
5. 代码表中没有的编码单独成列，没有坐落代码的图斑单独成行。用别的代码表编码、或混用两版编码的图层不予计算。

工作簿：三大类面积汇总表（82列）、分类面积汇总表（一行一类）、三大类概览，公顷和亩各一份；勾稽检查、平差明细、问题清单、输入与口径。有一项不平时，各表均标“草稿”。结果表：每个行政区域每个地类一行，三种单位的准确面积，可供模型使用。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Tables of three major classes and of first and second-level classes, by village, township or county.</source>
        <translation>按村、乡镇或县出三大类面积汇总表和一、二级地类面积表。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Total area (m²)</source>
        <translation>总面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Totals and subtotals first</source>
        <translation>合计、小计在首行</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Under codes not in the class table (m²)</source>
        <translation>未识别地类面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Units</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Unused land (m²)</source>
        <translation>未利用地面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>counties</source>
        <translation>县</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>exact</source>
        <translation>不取舍（精确到0.01平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>fine (0.0001 ha, 0.01 mu)</source>
        <translation>细（公顷4位、亩2位）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>ha and mu</source>
        <translation>公顷和亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>summary table (0.01 ha, 0.1 mu)</source>
        <translation>汇总表（公顷2位、亩1位）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>townships</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>villages</source>
        <translation>村</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>with ridges (TBMJ)</source>
        <translation>不扣田坎（图斑面积）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>without ridges, they count as 1203</source>
        <translation>扣除田坎，田坎计入1203</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>{parcels} parcels in {regions} regions, {area} m² ({ha} ha, {mu} mu).</source>
        <translation>{regions}个行政区域，{parcels}个图斑，{area}平方米（{ha}公顷，{mu}亩）。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>… and {count} more.</source>
        <translation>……另有{count}条。</translation>
    </message>
</context>
<context>
    <name>CloseQuarter</name>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Close and file a quarter</source>
        <translation>季度结账备案</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Closed {quarter} of {books} books; {projects} open projects roll into {next}.</source>
        <translation>{books}个单位{quarter}已结账；{projects}个未办结项目滚入{next}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Closes a quarter of a quota ledger: nothing more is booked into it or before it; a document that arrives late is booked in the open quarter and keeps its date. Before, the quarter is footed: opening plus received minus spent must be the closing balance of every account.

1. Quarters close in their order, all holders or those you name. Empty quarter: the next one due.
2. The number and the seal of the last voucher go on record and onto the filing sheet: keep a signed copy, it proves the ledger.
3. Projects still open are listed for the next quarter.
4. Reopen (反结账): the last closed quarter only, by the city, with a reason, which goes on record.
5. A quarter that is closed already, with a workbook: its filing sheet is written again, nothing else changes.

Workbook: 用地指标季度备案表 and 滚动用地项目清单 with checks. A backup of a ledger file is made after closing.</source>
        <translation>冻结台账的一个季度：该季度及以前不再记账；迟到的文件记入未结账的季度，文件日期照原样保留。结账前逐科目核对：期初＋收入－支出＝期末。

1. 按季度顺序结账，可对全部或指定的持有单位办理。季度为空时结下一个应结的季度。
2. 末号凭证的编号和链首哈希登记在册并印在备案表上：请留存签字的纸质件，这是台账未被改动的凭据。
3. 未办结的项目列入下一季度。
4. 反结账：只能对最后一个已结季度、由市级办理，须写明原因并留痕。
5. 季度已经结账而又指定了工作簿的：只重新写出备案表，其他一概不动。

工作簿：用地指标季度备案表、滚动用地项目清单及勾稽检查。台账为文件时，结账后自动备份。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Freezes a quarter, writes the filing sheet and the rolling list, lists open projects for the next.</source>
        <translation>冻结本季度，出季度备案表和滚动项目清单，把未办结项目滚到下季度。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Holders, by code or name, separated by commas (empty: all)</source>
        <translation>持有单位（代码或名称，逗号分隔；空为全部）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Number and seal of each book</source>
        <translation>各单位末号凭证及链首哈希</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Number of books</source>
        <translation>单位数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Number of vouchers</source>
        <translation>凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Operator (empty: from the settings)</source>
        <translation>经办人（空为设置中的姓名）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Projects that roll into the next quarter</source>
        <translation>滚入下季度的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Quarter, as in 2023Q4 (empty: the next one due)</source>
        <translation>季度（如2023Q4；空为下一个应结季度）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Reason of reopening</source>
        <translation>反结账原因</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Reopen the quarter</source>
        <translation>反结账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Reopened {quarter}.</source>
        <translation>{quarter}已反结账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>Seal of the first book</source>
        <translation>第一个单位的链首哈希</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>{book}: voucher {number}, seal {hash}</source>
        <translation>{book}：末号凭证{number}，链首哈希{hash}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>{quarter} was closed on {date} already; its filing sheet is written again.</source>
        <translation>{quarter}已于{date}结账，本次只重新写出备案表。</translation>
    </message>
</context>
<context>
    <name>CloseReserve</name>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Close a year of the reserve</source>
        <translation>补充耕地储备年度结账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Closed {year} of {books} books.</source>
        <translation>{books}个单位{year}年度已结账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Closes a year of the reserve books of a ledger: nothing more is booked into it or before it; a document that arrives late is booked in the open year and keeps its date. Before, the year is footed: opening plus received minus spent must be the closing balance of every account, and no lot may be below nothing at its end.

1. Years close in their order, once they are over; all holders or those you name. Empty year: the next one due.
2. The number and the seal of the last voucher go on record: print them onto the signed report of the year (“Tables of farmland protection”), they prove the ledger. What is frozen goes on into the next year.
3. Reopen (反结账): the last closed year only, by the city, with a reason, which goes on record.

That a reserve is closed by the year is practice, to be confirmed locally. A backup of a ledger file is made after closing.</source>
        <translation>办理补充耕地储备账簿的年度结账：结账后本年度及以前不再记账；晚到的文件记入未结账的年度，文件日期照原样保留。结账前先核对：每个账户期初加增加减减少等于期末，年末任何储备项目的余额不得为负。

1. 年度结束后按顺序结账；可以全部单位，也可以指定单位。年度为空时结下一个应结年度。
2. 末号凭证及链首哈希留存记录：请印在签字的年度报表上（“耕地保护台账出表”），用以证明台账。年末仍冻结的转入下一年度。
3. 反结账：只限最后结账的年度，由市级办理，须写明原因，留存记录。

储备账簿按年度结账取自通行做法，请按本地规定核实。结账后对台账文件自动备份。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Freezes a year of the reserve of supplementary farmland, with the seal of each book on record.</source>
        <translation>冻结补充耕地储备的一个年度，各账簿的链首哈希留存记录。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Holders, by code or name, separated by commas (empty: all)</source>
        <translation>持有单位（代码或名称，逗号分隔；空为全部）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Number and seal of each book</source>
        <translation>各单位末号凭证及链首哈希</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Number of books</source>
        <translation>单位数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Number of vouchers</source>
        <translation>凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Operator (empty: from the settings)</source>
        <translation>经办人（空为设置中的姓名）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Reason of reopening</source>
        <translation>反结账原因</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Reopen the year</source>
        <translation>反结账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Reopened {year}.</source>
        <translation>{year}年度已反结账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Seal of the first book</source>
        <translation>第一个单位的链首哈希</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>Year (empty: the next one due)</source>
        <translation>年度（空为下一个应结年度）</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>&amp;Unit of area</source>
        <translation>面积单位(&amp;U)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>(not read)</source>
        <translation>（不读）</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>10,000 mu</source>
        <translation>万亩</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>All columns are known.</source>
        <translation>各列都已认出。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Booking &amp;date, where the sheet has none</source>
        <translation>记账日期（表中没有时）(&amp;D)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Columns</source>
        <translation>认列</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Correct what is recognised otherwise than meant; it is remembered for such headings.</source>
        <translation>认错的列请改正；同样的表头下次自动按此认列。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Enter unknown &amp;projects into the register</source>
        <translation>台账中没有的项目自动登记(&amp;P)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>H&amp;older, where the sheet has none</source>
        <translation>持有单位（表中没有时）(&amp;O)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Holders of the ledger</source>
        <translation>台账的持有单位</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Not read: {headings}</source>
        <translation>以下列不读：{headings}</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Quota &amp;year, where the sheet has none</source>
        <translation>指标年度（表中没有时）(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Rows of the &amp;headings</source>
        <translation>表头所在行(&amp;H)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Still to be said: the column for {fields}.</source>
        <translation>还需指定：{fields}在哪一列。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Still to be said: the unit of area.</source>
        <translation>还需指定：面积单位。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>Values in the sheet</source>
        <translation>表中的值</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>as written: {units}</source>
        <translation>按表中所写：{units}</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>hectares</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_columns.py"/>
        <source>not written in the sheet: choose</source>
        <translation>表中未写，请选择</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source> {count} projects will be entered into the register.</source>
        <translation>将登记{count}个项目。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source> {known} were posted before.</source>
        <translation>另有{known}行此前已入账。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>All rows are posted, or none. What is posted can only be reversed, not deleted.</source>
        <translation>要么全部入账，要么一行也不入。入账后不能删除，只能红字冲销。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Available after (mu)</source>
        <translation>入账后可用（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Available before (mu)</source>
        <translation>入账前可用（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Confirm</source>
        <translation>确认入账</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Expenditure (mu)</source>
        <translation>支出（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Holder</source>
        <translation>持有单位</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Income (mu)</source>
        <translation>收入（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Income and expenditure are those of the file; “available” is what is free to be allocated.</source>
        <translation>收入、支出按文件各行合计（上报、使用等也列支出）；“可用”是尚未安排到项目的指标。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Post a spreadsheet</source>
        <translation>表格入账</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>{new} rows will be entered into the register, {known} are there as they are.</source>
        <translation>将登记{new}行，另有{known}行已登记且无变化。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>{new} rows will be posted: income {income} mu, expenditure {expenditure} mu.</source>
        <translation>将入账{new}行：收入{income}亩，支出{expenditure}亩。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>… and {count} more warnings.</source>
        <translation>……另有{count}条提醒。</translation>
    </message>
</context>
<context>
    <name>CopyLedger</name>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Choose either a file or a database for the copy.</source>
        <translation>副本存为文件还是存入数据库，请任选其一。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Copied {vouchers} vouchers of {books} books to {ledger}; the copy is sound.</source>
        <translation>已将{books}本账簿的{vouchers}张凭证复制到{ledger}，副本校验无误。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Copies a ledger as it is at one moment, also while QGIS or a colleague has it open. Don't copy the file in the file manager while it is open: such a copy may lack what was posted last.

1. The copy is a file, or a schema of a database: postgresql:connection/schema.
2. Numbers, seals and the identity of the ledger are the same in the copy; post into one of the two only.
3. A file that is there already is replaced only if you allow it, a schema never.

The copy is verified; a file that is there already stays until the copy was found sound.</source>
        <translation>复制某一时刻的整本台账，QGIS或同事正打开着也可以。台账打开时不要在资源管理器里直接复制文件：那样可能缺最后登记的几笔。

1. 副本可以是文件，也可以是数据库中的一个模式：postgresql:连接名/模式名。
2. 副本的凭证号、校验码和台账标识与原台账相同；以后只在其中一本上记账。
3. 已有的文件经您允许才替换，已有的模式绝不替换。

副本经过校验；已有的文件要等新副本校验无误才被替换。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Copies a ledger, also while others post, and between a file and PostgreSQL.</source>
        <translation>复制台账（他人记账时也可以），或在文件与PostgreSQL之间互相转存。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Copy a ledger</source>
        <translation>复制台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Ledger (*.gpkg)</source>
        <translation>台账 (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Number of books</source>
        <translation>单位数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Number of vouchers</source>
        <translation>凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Or a database: postgresql:connection/schema</source>
        <translation>或存入数据库：postgresql:连接名/模式名</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>Replace the file if there is one</source>
        <translation>已有同名文件时替换</translation>
    </message>
</context>
<context>
    <name>CreateLedger</name>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Choose either a file or a database for the ledger.</source>
        <translation>台账存为文件还是存入数据库，请任选其一。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Column of codes</source>
        <translation>代码列</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Column of levels</source>
        <translation>级别列</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Column of names</source>
        <translation>名称列</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Give the holders either as text or as a table.</source>
        <translation>持有单位请用文字或表格给出，任选其一。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Holders: code=name; code=name</source>
        <translation>持有单位：代码=名称;代码=名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Identity of the ledger</source>
        <translation>台账标识</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Land quota ledger of {holder}</source>
        <translation>{holder}用地指标台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Ledger (*.gpkg)</source>
        <translation>台账 (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Ledger file</source>
        <translation>台账文件</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Makes a ledger of land quota: a GeoPackage file, or a schema in PostgreSQL.</source>
        <translation>新建一本指标台账（一个GeoPackage文件或PostgreSQL库）。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Makes a new, empty ledger of land quota, with a book for each holder and the usual sources of quota.

1. A file for one office: choose where it shall be, best on a disk of this computer, not on the network. Or a schema of an office's PostgreSQL: postgresql:connection/schema, with a connection of QGIS.
2. Holders as text, code=name with a semicolon between: 371526=高唐县 for a county alone, 371500=聊城市;371526=高唐县;371525=冠县 for a city with its counties. Or a table or layer with a column of codes and one of names, which are found by their usual names. A third part or column may name the level: city, district, county, zone; otherwise the code tells it.
3. The city, or the only county, has the first book.

Nothing that is there already is touched. Posted vouchers can't be changed later, by no program; QGIS shows the ledger's tables, read only.</source>
        <translation>新建一本空的用地指标台账，每个持有单位一本账簿，并登记好常用的指标来源。

1. 单机使用：选台账文件的存放位置，最好放在本机硬盘，不要放网络共享。多人使用：存入单位的PostgreSQL，写postgresql:连接名/模式名，连接名是QGIS里已建好的连接。
2. 持有单位可写成文字，代码=名称，用分号隔开：一个县写371526=高唐县；一个市带各县写371500=聊城市;371526=高唐县;371525=冠县。也可选一张表或一个图层，代码列和名称列按常用列名自动识别。第三段（列）可写级别：city市本级、district市辖区、county县（市）、zone开发区；不写则按代码判断。
3. 市本级（或唯一的县）为第一本账簿。

已有的文件一概不动。登记后的凭证任何程序都不能再改；QGIS中台账各表为只读。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>New quota ledger</source>
        <translation>新建指标台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Number of books</source>
        <translation>单位数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Number of quota sources</source>
        <translation>指标来源数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Operator (empty: from the settings)</source>
        <translation>经办人（空为设置中的姓名）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Or a database: postgresql:connection/schema</source>
        <translation>或存入数据库：postgresql:连接名/模式名</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Or a table or layer of holders</source>
        <translation>或持有单位的表或图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>Title (empty: after the first holder)</source>
        <translation>台账名称（不填：按第一个持有单位）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>{title}: {books} books, {sources} quota sources, in {ledger}.</source>
        <translation>{title}：账簿{books}本，指标来源{sources}个，位于{ledger}。</translation>
    </message>
</context>
<context>
    <name>CrosswalkClasses</name>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Area field (m²; empty: TBMJ, else measured in the plane)</source>
        <translation>面积字段（平方米；空：图斑面积，没有则量平面面积）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Area with a new code (m²)</source>
        <translation>已转换面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Area without a new code (m²)</source>
        <translation>未转换面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>CSV file (*.csv)</source>
        <translation>CSV文件 (*.csv)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Class code field (empty: by its usual names)</source>
        <translation>地类编码字段（空：按常用名查找）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Codes still to be decided or without a rule</source>
        <translation>待审定或无规则的编码数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Conversion</source>
        <translation>转换方向</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Conversion status</source>
        <translation>转换状态</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Convert class codes</source>
        <translation>地类编码转换</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Converted by decision</source>
        <translation>按审定转换数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Converted by default</source>
        <translation>按默认转换数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Converted one to one</source>
        <translation>一对一转换数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Decisions (*.xlsx *.csv)</source>
        <translation>审定文件 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Decisions (review workbook filled in, or CSV)</source>
        <translation>审定文件（填好的审定表或CSV）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Field with the decision of each feature</source>
        <translation>逐图斑审定编码字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Gives every feature the class code of another version. A code with one successor is converted; one with several stays empty and is listed, until somebody decides.

1. Class code field: the old code, found by its usual names if left empty. Layers of the second survey may hold class names instead.
2. Conversion: the third land survey to land and sea use 2023, land and sea use 2020 to 2023, or the second land survey to the third. Your own crosswalk is a CSV file with the columns from_code, to_code and candidates.
3. Decisions: fill in the column 审定编码 of the review workbook and give it as the file of decisions, or a CSV file with CODE (or BSM) and DECIDED; with CZCSXM a decision is only for that settlement code. A field of the layer may hold the decision of each feature; it wins.
4. Defaults: only where you tick it, the default of the crosswalk is taken; such features have the status “default” and are counted.
5. A layer already in the new version, or one that mixes versions, is refused: the same code means another class there (060102, 1311, 2302, 2303).

Output: all fields as they are, and NEW_CODE, NEW_NAME, STATUS, CANDIDATES. Workbook: what is to be decided, with parcels and area; old code to new code; areas of the new classes; checks that nothing got lost.</source>
        <translation>给每个要素写上另一版本的地类编码。只有一个去向的编码直接转换；有多个去向的留空并列出，由人审定。

1. 地类编码字段：原编码；留空则按常用名查找。二调图层也可以是地类名称。
2. 转换方向：三调转用地用海2023版、用地用海2020版转2023版、二调转三调。自备对照表为CSV文件，列名为from_code、to_code、candidates。
3. 审定：在审定工作簿的“审定编码”列填写后，作为审定文件再运行；或用含CODE（或BSM）和DECIDED的CSV文件；写了CZCSXM的只对该城镇村属性码有效。图层中也可以有逐图斑的审定字段，以它为准。
4. 默认值：只有勾选了才取对照表默认值，状态为“default”（取对照表默认），并单独计数。
5. 已经是新版编码、或混用两版编码的图层不予转换：同一编码含义不同（060102、1311、2302、2303）。

输出：原有字段不变，加NEW_CODE、NEW_NAME、STATUS、CANDIDATES。工作簿：待审定编码及图斑数、面积；原编码到新编码；转换后各地类面积；面积不增不减的检查。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Input layer</source>
        <translation>输入图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Layer with new class codes</source>
        <translation>转换后图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>List every undecided parcel in the workbook, too</source>
        <translation>表中同时列出每个待审定图斑</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>New class code</source>
        <translation>新地类编码</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>New class name</source>
        <translation>新地类名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Number of features</source>
        <translation>要素个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Possible new codes</source>
        <translation>可选新编码</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Second survey to third, third survey to land and sea use, 2020 to 2023; codes with several successors are listed for decision.</source>
        <translation>二调转三调、三调转用地用海、2020版转2023版；一对多的编码列出来由人审定。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Still to be decided</source>
        <translation>待审定数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Take the default of the crosswalk where nobody has decided</source>
        <translation>没有审定的取对照表默认值</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Total area (m²)</source>
        <translation>总面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Without a rule</source>
        <translation>无规则数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Your own crosswalk (CSV file)</source>
        <translation>自备对照表（CSV文件）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>land and sea use 2020 to 2023</source>
        <translation>用地用海2020版转2023版</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>second land survey to third land survey</source>
        <translation>二调转三调</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>third land survey to land and sea use 2023</source>
        <translation>三调转用地用海2023版</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>{count} features have no area and count as zero.</source>
        <translation>{count}个要素没有面积，按零计。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>{status}: {count} features, {area} m²</source>
        <translation>{status}：{count}个要素，{area}平方米</translation>
    </message>
</context>
<context>
    <name>Decider</name>
    <message>
        <location filename="../dialogs/findings_deciding.py"/>
        <source>Accept findings</source>
        <translation>标为已核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_deciding.py"/>
        <source>Accept {count} findings:</source>
        <translation>将 {count} 条问题标为已核实：</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_deciding.py"/>
        <source>Open findings again</source>
        <translation>改回待核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_deciding.py"/>
        <source>Take back a decision</source>
        <translation>撤销核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_deciding.py"/>
        <source>Taken back: {count} findings.</source>
        <translation>已撤销：{count} 条。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_deciding.py"/>
        <source>Written: {count} findings.</source>
        <translation>已写入：{count} 条。</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <location filename="../dialogs/findings_decision.py"/>
        <source>&amp;Reason (required; earlier ones are in the list):</source>
        <translation>理由（必填，下拉可选以前填过的）(&amp;R)：</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_decision.py"/>
        <source>Accept</source>
        <translation>标为已核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_decision.py"/>
        <source>Accept findings</source>
        <translation>标为已核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_decision.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_decision.py"/>
        <source>For example: checked on site, as surveyed</source>
        <translation>例如：已实地核实，与现状一致</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_decision.py"/>
        <source>The layer holds reasons of {count} characters; this one has {given}.</source>
        <translation>图层中理由最多 {count} 个字，现有 {given} 个字。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_decision.py"/>
        <source>Will be written with your name ({who}) and today's date.</source>
        <translation>将同时写入核实人（{who}）和今天的日期。</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <location filename="../dialogs/ledger_document.py"/>
        <source>&amp;Document number (required)</source>
        <translation>文号（必填）(&amp;D)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_document.py"/>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_document.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_document.py"/>
        <source>Da&amp;ted</source>
        <translation>文件日期(&amp;T)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_document.py"/>
        <source>Document of voucher {voucher}</source>
        <translation>凭证 {voucher} 的文号</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_document.py"/>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_document.py"/>
        <source>The number is kept beside the voucher, with your name and the time.</source>
        <translation>文号记在凭证旁，并记录您的姓名和时间。</translation>
    </message>
</context>
<context>
    <name>EllipsoidArea</name>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>A layer in degrees or in another zone may be brought there</source>
        <translation>允许把经纬度或其他带的图层换算到该带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Area field</source>
        <translation>面积字段名</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>As drawn {drawn:.4f}, repaired {repaired:.4f} (plane area).</source>
        <translation>原图形平面面积 {drawn:.4f}，修复后 {repaired:.4f}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Compared with {field}: {different} of {count} differ by more than 0.01 m², at most {largest}.</source>
        <translation>与字段 {field} 比对：{count} 个中有 {different} 个相差超过0.01平方米，最大相差 {largest} 平方米。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Computes the ellipsoidal area (m², 0.01) of every polygon by the procedure of the national land survey: coordinates to 4 decimals, edges longer than 70 m cut into equal parts, latitude and longitude to 0.000001 arc-second, trapezoids on the CGCS2000 ellipsoid, one rounding half-up at the end.

1. Input layer: the land survey parcels (DLTB) or any polygon layer in a CGCS2000 Gauss-Kruger zone, with or without the zone number before the easting. All its fields are kept.
2. Area field: the name of the field to write; a field of that name is replaced in the output, the input stays as it is.
3. Field to compare with: the registered area. Left empty, the parcel area (TBMJ) is looked for by its usual names. The field ELL_DIFF holds computed minus registered; differences above 0.01 m² are counted.
4. A layer in degrees (EPSG:4490) or in another zone: choose the survey's zone and tick the permission to bring it there. Edges are first cut to 50 m. The output keeps the original shapes.

Features without a shape get no area. Shapes that cross themselves are measured after repair by the even-odd rule. Both are counted and listed in the log.</source>
        <translation>按国土调查规程公式计算每个图斑的椭球面积（平方米，两位小数）：坐标取四位小数，长于70米的边等分加密，经纬度以秒为单位取六位小数，在CGCS2000椭球上按梯形累加，最后一次四舍五入。

1. 输入图层：地类图斑（DLTB），或CGCS2000高斯-克吕格投影下的任何面图层，东坐标带不带带号都可以。原有字段全部保留。
2. 面积字段名：结果写入的字段；结果图层里已有同名字段时替换，原图层不动。
3. 比对字段：登记面积。不选时按常用字段名自动找图斑面积（TBMJ）。字段ELL_DIFF为椭球面积减登记面积，相差超过0.01平方米的计数。
4. 经纬度图层（EPSG:4490）或其他带的图层：选好调查所用的带，并勾选允许换算。换算前边线先按50米加密。结果图层保持原图形不变。

没有图形的要素不算面积。自相交的图形按奇偶规则修复后计算。两类都计数，并在日志里逐个列出。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Ellipsoidal area</source>
        <translation>椭球面积计算</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Ellipsoidal area of polygons by the land survey's procedure, compared with TBMJ.</source>
        <translation>按国土调查规程公式计算图斑椭球面积，可与图斑面积（TBMJ）比对。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Ellipsoidal minus registered area</source>
        <translation>椭球面积减登记面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Feature {id}: {reason}</source>
        <translation>要素 {id}：{reason}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Features that differ by more than 0.01 m²</source>
        <translation>相差超过0.01平方米的个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Features without an area</source>
        <translation>没有面积的要素个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Field to compare with (empty: TBMJ, if there is one)</source>
        <translation>比对字段（不选则自动找图斑面积TBMJ）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Give the area field a name.</source>
        <translation>请填写面积字段名。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Input layer</source>
        <translation>输入图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Largest difference (m²)</source>
        <translation>最大差值（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer with ellipsoidal areas</source>
        <translation>椭球面积结果图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Number of features</source>
        <translation>要素个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Registered {area:.2f} m².</source>
        <translation>登记面积 {area:.2f} 平方米。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Shapes repaired</source>
        <translation>修复图形个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>The area field can't be {name}: that field is compared with.</source>
        <translation>面积字段不能叫 {name}：该字段用于比对。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Total ellipsoidal area (m²)</source>
        <translation>椭球面积合计（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Zone to compute in (empty: the layer's own)</source>
        <translation>计算所用分带（不选则用图层自己的带）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>zone to compute in</source>
        <translation>计算所用分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>{count} features, {area} m² ({mu} mu).</source>
        <translation>共 {count} 个要素，{area} 平方米（{mu} 亩）。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>… and {count} more.</source>
        <translation>……另有{count}条。</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Area</source>
        <translation>面积(&amp;A)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Booked on</source>
        <translation>记账日期(&amp;B)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Document number</source>
        <translation>文号(&amp;D)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Event</source>
        <translation>业务类型(&amp;E)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Holder</source>
        <translation>持有单位(&amp;H)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Operator</source>
        <translation>经办人(&amp;O)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;Source</source>
        <translation>指标来源(&amp;S)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>&amp;To holder</source>
        <translation>调入单位(&amp;T)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>Appro&amp;val document</source>
        <translation>批复文号(&amp;V)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>As the project holds it</source>
        <translation>按项目现有来源</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>Choose a source</source>
        <translation>请选择来源</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>Doc&amp;ument dated</source>
        <translation>文件日期(&amp;U)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>Enter a project into the register of projects.</source>
        <translation>在项目库中登记一个项目。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>Quota &amp;year</source>
        <translation>指标年度(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>of which &amp;cultivated</source>
        <translation>其中耕地(&amp;C)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>of which a&amp;gricultural</source>
        <translation>其中农用地(&amp;G)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>of which agricultural land</source>
        <translation>其中农用地</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>of which cultivated land</source>
        <translation>其中耕地</translation>
    </message>
</context>
<context>
    <name>ExclusionDelegate</name>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>for all projects</source>
        <translation>对所有项目</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>for this project</source>
        <translation>对本项目</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>not excluded</source>
        <translation>不排除</translation>
    </message>
</context>
<context>
    <name>ExportCoordinates</name>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>A layer in degrees or in another zone may be brought there</source>
        <translation>允许把经纬度或其他带的图层换算到该带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Accept borders that cross themselves</source>
        <translation>接受自相交的图形</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>CSV table (*.csv)</source>
        <translation>CSV表 (*.csv)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Choose a coordinate file, or a folder for one file per plot.</source>
        <translation>请指定坐标文件，或指定每地块一个文件的文件夹。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Coordinate file</source>
        <translation>坐标文件</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Coordinate text (*.txt)</source>
        <translation>坐标TXT (*.txt)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Field map, as in DKBH=编号;DKMC=名称</source>
        <translation>字段对应，如 DKBH=编号;DKMC=名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Field of the area to print (empty: plane area of the border)</source>
        <translation>写入的面积取自字段（空：按界线算平面面积）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Folder for one file per plot</source>
        <translation>每地块一个文件的文件夹</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Header, as in 数据产生单位=某局</source>
        <translation>文件头，如 数据产生单位=某局</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Layer of plots</source>
        <translation>地块图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Layer to coordinate file</source>
        <translation>图层转坐标TXT</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Number of boundary points, closing points not counted</source>
        <translation>界址点数（不计闭合点）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Number of files written</source>
        <translation>写出文件数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Number of plots</source>
        <translation>地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Number of warnings</source>
        <translation>提醒数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Plane area of the printed coordinates (m²)</source>
        <translation>按写出坐标计算的平面面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Profile</source>
        <translation>导出模板</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Profile (*.csv)</source>
        <translation>导出模板 (*.csv)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Profile “{profile}”: {plots} plots, {points} boundary points, {area} m², {files} files.</source>
        <translation>模板“{profile}”：{plots}个地块，{points}个界址点，{area}平方米，{files}个文件。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Sum of the printed areas (m²)</source>
        <translation>文件所写面积合计（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>TXT,coordinates,boundary points,survey and demarcation,plot,export,profile</source>
        <translation>TXT,坐标,界址点,勘测定界,地块,导出,模板</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>There is no profile {profile}; there are {profiles}.</source>
        <translation>没有导出模板{profile}；现有：{profiles}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Unit of that field</source>
        <translation>该字段的单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Writes a layer of plots as coordinate TXT, or as a table of boundary points (.csv, .xlsx).

1. Choose the profile: land approval, land supply, enforcement, one-map, increase–decrease linkage, in–out balance, supplementary farmland and others. What differs from bureau to bureau (header, decimals, count of points, labels, encoding …) stands in the profile's CSV file: copy one into the folder land_ledger/exchange_profiles of the QGIS profile, or choose your file below, and edit it in WPS or Excel.
2. Fields are found by their usual names (DKBH, 地块编号 …); say others in the field map, as in DKBH=编号;DKMC=名称. The layer that “Coordinate files to layer” makes fits as it is: plot rows and header come back as they were.
3. Header: keys of your own, as in 数据产生单位=某局;项目信息.项目名称=某项目.
4. The area printed is the plane area of the printed coordinates, or that of a field.

Each ring begins at the point nearest to the north-west corner of its box; outer borders run clockwise, holes the other way, and the first point is written again at the end (unless the profile says otherwise). Coordinates stay in the layer's own zone; putting the zone number before the easting, or taking it off, moves nothing. Another zone must be chosen and permitted: then boundary points are moved one by one, no point is added, and areas are those of the new zone.

Before anything is saved the text is read again and compared, point for point. A plot without shape, a border that crosses itself once rounded, or a character that the encoding has not ends the run with one sentence; nothing is written then.</source>
        <translation>把地块图层写成坐标TXT，或写成界址点坐标表（.csv、.xlsx）。

1. 选导出模板：建设用地报批、供地、执法、一张图、增减挂钩、进出平衡、补充耕地等。各地不同的内容（文件头、小数位、点数算法、点号、编码等）都写在模板的CSV文件里：把一个模板复制到QGIS用户配置下的 land_ledger/exchange_profiles 文件夹，或在下面选自己的文件，用WPS或Excel修改。
2. 字段按通用名称自动识别（DKBH、地块编号等）；名称不同的在字段对应里写明，如 DKBH=编号;DKMC=名称。“坐标TXT转图层”得到的图层可直接导出，地块行和文件头照原样写回。
3. 文件头：本单位要写的项，如 数据产生单位=某局;项目信息.项目名称=某项目。
4. 面积按写出的坐标计算平面面积，也可取自某个字段。

每个圈从离外接矩形西北角最近的点起，外圈顺时针、内圈逆时针，末尾重复首点（模板另有规定的除外）。坐标保持图层自己的带；加带号或去带号不改变位置。要换带须选定并允许：逐个界址点转换，不加点，面积为新带的数值。

保存前把写出的文本重新读一遍，逐点比对。没有图形的地块、取整后自相交的界线、编码里没有的字，都会以一句话说明并中止，不写出任何文件。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Writes plots as coordinate TXT in the layout of a profile, or as a table of boundary points</source>
        <translation>按选定模板（报批、供地、执法、增减挂钩、进出平衡、补充耕地等）写坐标TXT，西北角起点、顺时针、首尾闭合；也可写界址点坐标表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Zone number before the easting</source>
        <translation>横坐标前的带号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Zone to write in (empty: the layer's own)</source>
        <translation>写出所用的带（空：图层自己的带）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>as the profile says</source>
        <translation>按模板</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>or profile file of your own (CSV)</source>
        <translation>或本单位的模板文件（CSV）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>with zone number</source>
        <translation>加带号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>without zone number</source>
        <translation>不加带号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>zone to write in</source>
        <translation>写出所用的带</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>&amp;Until</source>
        <translation>截止日期(&amp;U)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>&amp;Year</source>
        <translation>年度(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Export tables</source>
        <translation>导出报表</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>The tables are written, but {count} checks do not hold: look at the sheet of checks.</source>
        <translation>报表已写出，但有 {count} 项勾稽不平，请看“勾稽检查”表。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>The tables are written; all checks hold.</source>
        <translation>报表已写出，勾稽全部相符。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>quota tables</source>
        <translation>指标报表</translation>
    </message>
</context>
<context>
    <name>ExpressionFunctions</name>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Available quota of a holder in mu, of all quota years, as the ledger stands now. The ledger is a file or postgresql:connection/schema. Holder and source go by code or name, the holder by its region code too. Without a source all sources that count are added up. NULL for a holder that the ledger does not have. The ledger is read once for all features of a layer.</source>
        <translation>持有单位可用指标（亩），各指标年度合计，按台账当前余额。台账写文件路径或postgresql:连接名/模式名。持有单位、来源写代码或名称，持有单位也可写行政区代码。不写来源时，为计入获得合计的全部来源之和。台账中没有的单位为NULL。一个图层的全部要素只读一次台账。</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Ellipsoidal area in m² (0.01) by the procedure of the land survey, as the algorithm “Ellipsoidal area”. The zone is that of the layer; another one is given as second argument. It has to be a Gauss-Kruger zone of CGCS2000 and the shape has to be in it: nothing is transformed.</source>
        <translation>按国土调查办法计算的椭球面积（平方米，0.01），与算法“椭球面积计算”一致。投影带取图层的坐标系，也可用第二个参数给出；必须是CGCS2000高斯－克吕格带，且图形就在该带内，不作换带。</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Land Ledger</source>
        <translation>土地台账</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Major class of a land class code: 农用地, 建设用地 or 未利用地, by the rules of the county. The class table as in class_name. NULL for an unknown code and for one whose members differ.</source>
        <translation>地类编码所属的三大类：农用地、建设用地或未利用地，按本县规则。编码表同class_name。编码不认识或下级分属不同大类时为NULL。</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Name of a land class by its code. The class table is that of the rules, or the one named: sandiao2019, ydyh2020, ydyh2023, or a CSV file. NULL for an unknown code.</source>
        <translation>由地类编码查地类名称。编码表按规则，也可指定：sandiao2019、ydyh2020、ydyh2023或CSV文件。编码不认识时为NULL。</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Square metres in mu: 1 m² = 0.0015 mu exactly, rounded half-up if decimals are given.</source>
        <translation>平方米换算为亩：1平方米＝0.0015亩（精确值）；给出小数位数时四舍五入。</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
</context>
<context>
    <name>FarmlandDialog</name>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>&amp;Cancel run</source>
        <translation>取消运行(&amp;C)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>&amp;Draw in ledger…</source>
        <translation>核销(&amp;D)…</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>&amp;Match again</source>
        <translation>重新挂钩(&amp;M)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>&amp;Run</source>
        <translation>开始分析(&amp;R)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Booked: {count} vouchers.</source>
        <translation>已记账，共{count}张凭证。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Cancel and close</source>
        <translation>取消并关闭</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，未写出任何文件。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Counts what the projects occupy and matches it with the reserve.</source>
        <translation>算清各项目占用的耕地，并与储备库挂钩。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Done: all {count} projects are settled.</source>
        <translation>完成：{count}个项目全部落实。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Done: {open} of {count} projects are not settled.</source>
        <translation>完成：{count}个项目中有{open}个未落实。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Draft: {count} checks do not hold, see the tab “Findings and log”.</source>
        <translation>草稿：有{count}项检查不平，见“问题与日志”页。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>E&amp;xport workbook</source>
        <translation>导出表格(&amp;X)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Everything was booked already.</source>
        <translation>此前均已记账，本次没有新凭证。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Farmland balance</source>
        <translation>耕地平衡</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Forget them</source>
        <translation>去掉这些</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Free&amp;ze in ledger…</source>
        <translation>冻结(&amp;Z)…</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Go on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Left out, as the project or the lot is not there any more: {decisions}.</source>
        <translation>以下指定或排除未采用，因项目或储备项目已不存在：{decisions}。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Load the made-up sample</source>
        <translation>加载示例数据（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Matches what is counted already, with the pins and exclusions as they are now.</source>
        <translation>按现在的指定和排除，用已算好的占用重新挂钩，不再切割图斑。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Needs a matching that is up to date, with the reserve of a ledger.</source>
        <translation>须是最新的挂钩结果，且储备库在台账中。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>No program opens {file}; it lies in {folder}.</source>
        <translation>没有可打开 {file} 的程序；文件在 {folder}。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Open folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Open workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Pins or exclusions were changed since this matching ({count} now): match again.</source>
        <translation>挂钩之后改动过指定或排除（现有{count}条）：请重新挂钩。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Projects, layers or rules were changed since this run: the result is out of date. Run again.</source>
        <translation>运行之后项目、图层或口径有改动，结果已过时：请重新运行。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Reserve or rules were changed since this matching: the result is out of date. Match again.</source>
        <translation>挂钩之后储备库或口径有改动，结果已过时：请重新挂钩。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Save workbook as…</source>
        <translation>工作簿另存为…</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Saved as {file}.</source>
        <translation>已另存为 {file}。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Say under “Results” where the workbook shall be written.</source>
        <translation>请在“成果输出”中指定工作簿存到哪里。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>The layer of projects can't be changed: it still shows the matching before.</source>
        <translation>项目图层无法改写，仍显示上一次的挂钩结果。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>The project has no polygon layer: load the red lines and the land survey (DLTB) first.</source>
        <translation>当前工程没有面图层：请先加载用地红线和地类图斑（DLTB）。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>The run failed; the log says why.</source>
        <translation>运行失败，原因见运行记录。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>The run is still going on. Cancel it and close the window?</source>
        <translation>分析仍在后台运行。是否取消运行并关闭窗口？</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Workbook of the year (T05–T10)…</source>
        <translation>年度工作簿（T05—T10）…</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>Zoom &amp;to</source>
        <translation>缩放到(&amp;T)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>{file} can't be written ({reason}): close it in other programs or choose another name.</source>
        <translation>{file} 无法写入（{reason}）：请在其他程序中关闭该文件，或换一个文件名。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland.py"/>
        <source>{file} is not there any more; run again.</source>
        <translation>{file} 已不存在，请重新运行。</translation>
    </message>
</context>
<context>
    <name>FarmlandReportAlgorithm</name>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>At this year's use the stock lasts {years} years.</source>
        <translation>按当年使用量，结余可用{years}年。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Capacity drawn (kg)</source>
        <translation>已使用产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Capacity frozen (kg)</source>
        <translation>冻结产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Count up to this day (empty: everything posted)</source>
        <translation>统计截止日期（空为全部已记账）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Farmland drawn (mu)</source>
        <translation>已使用耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Farmland drawn in the year (mu)</source>
        <translation>当年使用耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Farmland frozen (mu)</source>
        <translation>冻结耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Farmland occupied by the footprints (mu)</source>
        <translation>红线占用耕地（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Holders, by code or name, separated by commas (empty: all)</source>
        <translation>持有单位（代码或名称，逗号分隔；空为全部）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Lots that are expired or end soon</source>
        <translation>已过期和即将到期的储备项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Number of outflow spots</source>
        <translation>流出图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Number of project areas</source>
        <translation>项目区数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Number of projects</source>
        <translation>项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Paddy drawn (mu)</source>
        <translation>已使用水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Paddy frozen (mu)</source>
        <translation>冻结水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Projects not settled</source>
        <translation>未落实项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Projects settled</source>
        <translation>已落实项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Projects settled by promise</source>
        <translation>以承诺方式落实项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Projects that are not balanced</source>
        <translation>未补足的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Projects that drew in the year</source>
        <translation>当年使用指标的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Rectified (mu)</source>
        <translation>整改合计（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Reserve lots</source>
        <translation>储备项目</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Reserve, links and draws, linkage surplus and outflow rectification of a ledger, with land classes, balance forms and prime farmland of layers, as one workbook.</source>
        <translation>台账中的补充耕地储备、挂钩核销、增减挂钩节余和耕地流出整改，连同由图层得出的占用地类、占补平衡分析表和永农占用补划，出成一本工作簿。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Stock of capacity (kg)</source>
        <translation>结余产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Stock of farmland (mu)</source>
        <translation>结余耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Stock of farmland that is expired (mu)</source>
        <translation>结余中已过期耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Stock of paddy (mu)</source>
        <translation>结余水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Surplus available (mu)</source>
        <translation>可用节余指标（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Tables of farmland protection</source>
        <translation>耕地保护台账出表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Tables of the workbook, as in T05,T06 (empty: all)</source>
        <translation>出哪些表，如T05,T06（空为全部）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>To be rectified (mu)</source>
        <translation>应整改面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Unit of area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Writes what a ledger has of farmland protection into one workbook and checks the sheets against the books and against one another. Nothing is matched anew and nothing is entered.

1. Tables: T05 reserve lots with stock by county, use by month and year, and lots that end soon; T06 links and draws of every project and lot, and how each project stands; T09 increase–decrease linkage with its surplus; T10 outflow spots with acts; T10S by county. Of layers: T07 occupied land by class, T27 of the same projects with what the ledger has drawn and frozen for them, T08 prime farmland with its supplement. Empty means all that the ledger has and layers are given for, with charts.
2. Year: whose use is shown by month. Last day: vouchers booked up to this day count; without a day a year that is over ends with its last day. Lots, projects and spots are as their registers are now.
3. Stock is what is free of accepted lots; running ones may only be promised and stand beside. “Stock lasts” is stock ÷ use of the year, two decimals.
4. A project is 已落实 where draws and what is frozen of accepted lots cover what its regime asks for (three indicators of 2017, one account of 2024, by its date), 以承诺方式落实 where promises cover the rest, else 未落实.
5. Validity, months before the end, regimes and the rules of linkage and rectification stand in resources/rules (reserve, requisition, linkage, rectification), to be confirmed locally; the inputs sheet lists them with their status, and the seal of every book. Reserve books are closed by the year (“Close a year of the reserve”), linkage books are not closed.
6. Layers are optional and are taken as in “Requisition–compensation balance” and “Prime farmland: occupied and supplement”: footprints, land survey, grades and approved land for T07 and T27; with supplement blocks and the layer of permanent basic farmland also T08. T07 is held against T27, T27 against what the ledger has registered and booked for each project.

While one check does not hold, every sheet is marked 草稿.</source>
        <translation>把台账中的耕地保护内容出成一本工作簿，并与账簿、各表之间逐项核对。不重新匹配，也不记账。

1. 表：T05 储备库台账及分县结余、分月和分年使用、到期清单；T06 各建设项目与储备项目的挂钩核销台账及项目平衡结算；T09 增减挂钩项目台账及节余指标账；T10 流出图斑及整改措施；T10S 县级汇总。由图层出的：T07 占用土地分类面积表；T27 同一批项目的占补平衡分析表，补充一行为台账已核销和冻结的；T08 永久基本农田占用补划一览表。空为台账中有的、图层给了的全部表，并附图表。
2. 年度：分月使用表的年度。截止日：记账日期在此日及以前的凭证计入；不填时，已过去的年度截至当年最后一天。储备项目、建设项目、图斑的登记信息为出表时的内容。
3. 结余为已验收储备项目的剩余可用；正在实施的只能承诺挂钩，另列。“结余可用年数”＝结余÷当年使用，保留两位小数。
4. 核销和已验收储备项目的冻结之和满足适用口径要求（按日期适用2017年三类指标或2024年统一账户）的项目为“已落实”，其余由承诺补足的为“以承诺方式落实”，否则为“未落实”。
5. 有效期、到期提前月数、口径以及挂钩、整改的规则见resources/rules（reserve、requisition、linkage、rectification），须结合本地确认；“输入与口径”列出各规则及其状态和每本账簿的校验值。储备账簿按年度结账（“补充耕地储备年度结账”），挂钩账簿不结账。
6. 图层可以不给，给法与“占补平衡挂钩”“永农占用补划审查”相同：用地红线、地类图斑、等别和已批建设用地图层出T07、T27；再给补划地块和永久基本农田图层的，出T08。T07与T27核对，T27与台账登记的占用、已核销和冻结的逐项目核对。

有一项不平时各表标“草稿”。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Year (empty: that of the last day or voucher)</source>
        <translation>年度（空为截止日或最后一张凭证的年度）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>Years the stock of farmland lasts at this year's use</source>
        <translation>按当年使用量耕地结余可用年数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>hectares</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>{lots} lots: {stock} mu in stock, {used} mu drawn in the year by {projects} projects.</source>
        <translation>储备项目{lots}个：结余{stock}亩，当年{projects}个项目使用{used}亩。</translation>
    </message>
</context>
<context>
    <name>FilingDialog</name>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>&amp;Holders</source>
        <translation>持有单位(&amp;H)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>&amp;Workbook</source>
        <translation>工作簿(&amp;W)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Open the workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Save the workbook</source>
        <translation>保存工作簿</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Tick one holder at least.</source>
        <translation>请至少勾选一个单位。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>All checks</source>
        <translation>全部检查项</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>All places</source>
        <translation>全部坐落</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Only findings of one check.</source>
        <translation>只看一个检查项的问题。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Only findings of one township or village.</source>
        <translation>只看一个乡镇或一个村的问题。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Only findings that are open, or only those accepted.</source>
        <translation>只看待核实的，或只看已核实的。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Open and accepted</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Search: BSM, words of the finding, village, field, reason …</source>
        <translation>搜索：标识码、说明、村名、字段、理由……</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Show all findings again.</source>
        <translation>重新显示全部问题。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Shows findings in which every one of these words occurs.</source>
        <translation>显示同时含有这些词的问题（多个词用空格分开）。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>Township {code}</source>
        <translation>乡镇 {code}</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_filter.py"/>
        <source>{shown} of {all} shown</source>
        <translation>显示 {shown} / 共 {all}</translation>
    </message>
</context>
<context>
    <name>FindingModel</name>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Accepted</source>
        <translation>已核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Area (m²)</source>
        <translation>面积（平方米）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Check item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Located in</source>
        <translation>坐落</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Open</source>
        <translation>待核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Parcel (BSM)</source>
        <translation>图斑（BSM）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Reason given</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Severity level</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>What was found</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_table.py"/>
        <source>{state} by {who} on {when}</source>
        <translation>{state}，{who}，{when}</translation>
    </message>
</context>
<context>
    <name>FindingsDock</name>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Accept…</source>
        <translation>标为已核实…</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Checked {parcels} parcels: {findings} findings, {open} of them open.</source>
        <translation>已检查 {parcels} 个图斑：发现 {findings} 条问题，其中待核实 {open} 条。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Findings (*.gpkg *.shp *.geojson *.gdb);;All files (*)</source>
        <translation>质检问题 (*.gpkg *.shp *.geojson *.gdb);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Form of the parcel</source>
        <translation>图斑属性表单</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>List of findings</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Open a file of findings</source>
        <translation>打开质检结果文件</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Open again</source>
        <translation>改回待核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Run the check</source>
        <translation>运行质检</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Show on the map</source>
        <translation>在地图上定位</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>Survey check findings</source>
        <translation>质检问题面板</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>The findings layer {layer} was removed from the project.</source>
        <translation>质检问题图层 {layer} 已从工程中移除。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>The parcel of this finding is not in a land survey layer of the project.</source>
        <translation>工程的地类图斑图层中没有该问题对应的图斑。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>This finding has no place on the map.</source>
        <translation>该问题没有图上位置。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_dock.py"/>
        <source>{file} holds no findings of a survey check: choose the file that a check has written.</source>
        <translation>{file} 中没有质检问题：请选择质检输出的文件。</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Accept…</source>
        <translation>标为已核实…</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Choose a findings layer</source>
        <translation>选择质检问题图层</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Layers of the project that hold the findings of a survey check.</source>
        <translation>工程中的质检问题图层。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Next finding (Alt+↓)</source>
        <translation>下一条（Alt+↓）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>No finding passes the filter.</source>
        <translation>没有符合筛选条件的问题。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>No findings are shown. Check a land survey, or open the findings of an earlier check.</source>
        <translation>还没有质检问题。请先对地类图斑运行质检，或打开以前的质检结果。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Open a file of findings</source>
        <translation>打开质检结果文件</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Open a file of findings…</source>
        <translation>打开质检结果文件…</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Open again</source>
        <translation>改回待核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Previous finding (Alt+↑)</source>
        <translation>上一条（Alt+↑）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Run the check</source>
        <translation>运行质检</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Show on the map (Enter)</source>
        <translation>在地图上定位（回车）</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>Take back the last decision</source>
        <translation>撤销上一次核实</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>The check found nothing: the survey passes all checks that are switched on.</source>
        <translation>没有发现问题：地类图斑通过了所有启用的检查项。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>The chosen findings are right as they are: give the reason (Ctrl+Enter).</source>
        <translation>所选问题经核实无误：填写理由（Ctrl+回车）。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_page.py"/>
        <source>The chosen findings have to be looked at again.</source>
        <translation>所选问题需要重新核实。</translation>
    </message>
</context>
<context>
    <name>FootprintAlgorithm</name>
    <message>
        <location filename="../processing/algorithms/occupation/footprint_algorithm.py"/>
        <source>Border tolerance (metres, 0 = off)</source>
        <translation>界线靠齐距离（米，0为不靠齐）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/footprint_algorithm.py"/>
        <source>CSV files (*.csv)</source>
        <translation>CSV文件 (*.csv)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/footprint_algorithm.py"/>
        <source>Layer {layer} can't be opened.</source>
        <translation>图层{layer}无法打开。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/footprint_algorithm.py"/>
        <source>Rules of stability of your own (CSV)</source>
        <translation>自定的稳定耕地规则表（CSV）</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <location filename="../processing/base.py"/>
        <source>Approval and supply</source>
        <translation>05 报批与供应</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Coordinates and boundaries</source>
        <translation>01 坐标与勘界</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Farmland protection</source>
        <translation>06 耕地保护</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Land classes and areas</source>
        <translation>02 地类与面积</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Land quota</source>
        <translation>04 用地指标</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Monitoring</source>
        <translation>09 监测监管</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Planner teams</source>
        <translation>07 责任规划师</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Red lines over land</source>
        <translation>03 红线套合</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Statistics and bulletins</source>
        <translation>10 统计简报</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Village planning</source>
        <translation>08 村庄规划</translation>
    </message>
</context>
<context>
    <name>IdleLand</name>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Field map, as in HTBH=合同号;YDDGRQ=约定开工</source>
        <translation>字段对应，如 HTBH=合同号;YDDGRQ=约定开工</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Idle land</source>
        <translation>闲置土地认定</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Idle-land rate (%)</source>
        <translation>闲置土地率（%）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Idle: not started</source>
        <translation>闲置：未动工宗数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Idle: started and stopped</source>
        <translation>闲置：中止开发宗数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Number of supplied parcels</source>
        <translation>宗数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Parcels that can't be judged</source>
        <translation>资料不全、无法认定的宗数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Parcels that may be recovered</source>
        <translation>已可收回的宗数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Parcels with their state</source>
        <translation>宗地认定结果</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Says of every supplied parcel whether it is suspected to be idle on a day.

1. Parcels: a layer or table with number (HTBH), area (GDMJ), agreed start (YDDGRQ), actual start (SJDGRQ), day it stopped (TGRQ), day it was finished (SJJGRQ), developed area (KFMJ), total and made investment (ZTZE, YTZE) and price (CJJK, 10,000 yuan); found by name, alias or Chinese name, or said under “Field map”. Or the register of supply of a ledger.
2. Not started a year after the agreed start: idle. Started, developed for less than a third of the area or a quarter of the investment, and stopped for a year: idle. All thresholds are rules (resources/rules/idle.csv) to be confirmed locally.
3. Days from which the fee may be levied and the land recovered, and the fee where the price is known, stand beside. Whether the government is the cause is for people to say.
4. Parcels without an agreed start can't be judged and are listed so.

Workbook: 疑似闲置土地清单, checks, findings, inputs with the rules. Result: every parcel with its state.</source>
        <translation>逐宗判断供出的土地到某一天是否疑似闲置。

1. 宗地：图层或表，字段有编号（HTBH）、面积（GDMJ）、约定动工日期（YDDGRQ）、实际动工日期（SJDGRQ）、停工日期（TGRQ）、实际竣工日期（SJJGRQ）、开发面积（KFMJ）、总投资额和已投资额（ZTZE、YTZE）、成交价款（CJJK，万元）；按字段名、别名、中文名自动认，认不出的在“字段对应”里写。也可以直接用指标台账里的土地供应台账。
2. 超过约定动工日期满一年未动工的，闲置；已动工但开发面积不足三分之一或投资额不足四分之一、且中止开发满一年的，闲置。这些界限都是规则（resources/rules/idle.csv），请按本地文件核实。
3. 同时列出可征缴闲置费的日期、可收回的日期，有成交价款的算出闲置费。是否属政府原因由人认定。
4. 没有约定动工日期的无法认定，单独列出。

工作簿：疑似闲置土地清单、勾稽检查、问题清单、输入与口径（含所用规则）。结果：每宗及其认定结果。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Start overdue, not idle yet</source>
        <translation>逾期未动工、尚未闲置的宗数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>State on the day (empty: today)</source>
        <translation>认定日期（空为今天）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Supplied parcels (layer or table)</source>
        <translation>供地宗地（图层或表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Supplied parcels suspected to be idle, by agreed start, developed area and investment.</source>
        <translation>按约定动工日期、开发面积和投资额筛出疑似闲置宗地。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Suspected idle (m²)</source>
        <translation>疑似闲置面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Suspected idle parcels</source>
        <translation>疑似闲置宗数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Total area (m²)</source>
        <translation>总面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Unit of the areas in the layer</source>
        <translation>图层中面积的单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>or ledger with the register of supply</source>
        <translation>或含土地供应台账的指标台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>{count} of {parcels} parcels are suspected to be idle on {date}: {area} ha ({mu} mu).</source>
        <translation>截至{date}，{parcels}宗中疑似闲置{count}宗，{area}公顷（{mu}亩）。</translation>
    </message>
</context>
<context>
    <name>ImportAlgorithm</name>
    <message>
        <location filename="../processing/import_algorithm.py"/>
        <source>Columns that are not read: {columns}</source>
        <translation>不读的列：{columns}</translation>
    </message>
    <message>
        <location filename="../processing/import_algorithm.py"/>
        <source>Columns: {columns}</source>
        <translation>列对应：{columns}</translation>
    </message>
    <message>
        <location filename="../processing/import_algorithm.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../processing/import_algorithm.py"/>
        <source>Only check</source>
        <translation>只检查，不入账</translation>
    </message>
    <message>
        <location filename="../processing/import_algorithm.py"/>
        <source>Problems</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <location filename="../processing/import_algorithm.py"/>
        <source>Sheet (empty: the one that fits)</source>
        <translation>工作表（空：自动找合适的）</translation>
    </message>
    <message>
        <location filename="../processing/import_algorithm.py"/>
        <source>Spreadsheet</source>
        <translation>台账表格</translation>
    </message>
    <message>
        <location filename="../processing/import_algorithm.py"/>
        <source>… and {count} more of this kind.</source>
        <translation>……此类另有{count}处。</translation>
    </message>
</context>
<context>
    <name>ImportCoordinates</name>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Accept borders that cross themselves</source>
        <translation>接受自相交的图形</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Border valid (1) or not (0)</source>
        <translation>图形有效（1是0否）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Boundary points</source>
        <translation>界址点数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Bring all files into one zone</source>
        <translation>统一到一个带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Choose either a coordinate file or a folder.</source>
        <translation>坐标文件和文件夹请选其一。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Coordinate file (TXT, CSV, XLSX, DXF)</source>
        <translation>坐标文件（TXT、CSV、XLSX、DXF）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Coordinate files</source>
        <translation>坐标文件</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Coordinate files to layer</source>
        <translation>坐标TXT转图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Coordinate system of files without zone</source>
        <translation>文件没写带号时的坐标系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Coordinate system of the file</source>
        <translation>文件坐标系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Header of the file</source>
        <translation>文件头</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Land class code</source>
        <translation>地类编码</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Leave out bad files</source>
        <translation>跳过读不了的文件</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Map sheet number</source>
        <translation>图幅号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Number of bad files left out</source>
        <translation>跳过的问题文件数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Number of files read</source>
        <translation>已读文件数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Number of plots</source>
        <translation>地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Number of plots whose stated area differs</source>
        <translation>面积不符的地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Number of repairs</source>
        <translation>修正处数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Other keys of the plot row</source>
        <translation>地块行其他项</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Plane area (ha)</source>
        <translation>图形面积（公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Plane area (m²)</source>
        <translation>图形面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Plane less stated area (m²)</source>
        <translation>图形减所写（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Plot name</source>
        <translation>地块名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Plot number</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Plot use</source>
        <translation>地块用途</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Plots</source>
        <translation>地块图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Project name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Read subfolders too</source>
        <translation>连同子文件夹</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Reads coordinate TXT, point tables and DXF lines as plots and compares the stated areas</source>
        <translation>读勘测定界/报批/供地/执法等坐标TXT，自动识别版式和带号，改了什么逐条说明，并比对TXT面积与图形面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Reads coordinate files of plots and makes one layer of them.

1. Choose one file, or a folder with many. Readable are: coordinate TXT of survey and demarcation, land approval, land supply, enforcement, one-map, increase–decrease linkage, in–out balance and supplementary farmland (the layout is recognised); tables of boundary points (.csv, .xlsx with columns such as 点号, X, Y, 圈号, 地块编号, 面积); closed lines of a DXF drawing.
2. The zone is taken from eastings of 8 digits, else from 带号 in the header. Only if a file gives neither, choose the coordinate system.
3. Run, and read the log: whatever was read otherwise than printed (encoding, swapped north and east, open rings, wrong counts, zones that contradict) is told with file and line, and stands in the column REPAIRS.

Coordinates are kept exactly as printed. Of several rings, those inside another are holes, whatever their number. The stated area (hectares, unless the file says m² or mu) is compared with the plane area of the border, rounded to the printed decimals; the tolerance is in hectares, 0 wants both equal.

A bad file stops the run with the list of all bad files, lines and reasons; nothing is written. Tick “Leave out bad files” to import the others. A border that crosses itself is a bad one unless you accept it; it is then kept as it is and VALID is 0. Files in different zones are imported apart, or brought into the zone of most plots if you tick that; areas stay those of their own zone.

.mdb: save the layer as GeoPackage first. .dwg: save as DXF (ASCII) in CAD. .xls: save as .xlsx. Shapefiles cut long texts at 254 bytes; a GeoPackage keeps them whole.</source>
        <translation>读取地块坐标文件，生成一个地块面图层。

1. 选一个文件，或选一个文件夹批量读。可读：勘测定界、报批、供地、卫片执法、一张图、增减挂钩、进出平衡、补充耕地等坐标TXT（版式自动识别）；界址点成果表（.csv、.xlsx，有点号、X、Y、圈号、地块编号、面积等列）；DXF图中的闭合线。
2. 东坐标为8位时按前两位定带号，否则按表头“带号”。两处都没有时，才需要指定坐标系。
3. 运行后看日志：凡与原文不同的读法（编码、X与Y写反、圈未闭合、点数不符、带号矛盾），都写明文件和行号，并写入“REPAIRS”列。

坐标一律按原文，不改动。一个地块有多圈时，落在别的圈里的是洞，不看圈号。TXT所写面积（公顷；文件注明平方米、亩的从其注明）与图形平面面积按所写小数位四舍五入后比对；容差单位为公顷，填0则须完全一致。

有一个文件读不了，就停下来列出全部问题文件、行号和原因，不写任何结果；勾选“跳过读不了的文件”可先导入其余的。图形自相交的按问题文件处理，勾选接受则原样保留，VALID记0。不同带号的文件应分别导入；勾选“统一到一个带”则归到地块最多的那个带，面积仍按各自原带计算。

.mdb请先把图层另存为GeoPackage；.dwg请在CAD中另存为DXF（ASCII）；.xls请另存为.xlsx。Shapefile的文字超过254字节会被截断，GeoPackage不会。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Repairs and warnings</source>
        <translation>修正与提示</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Shape</source>
        <translation>图形属性</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Stated area (ha)</source>
        <translation>所写面积（公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>TXT,coordinates,boundary points,survey and demarcation,plot,DXF,import</source>
        <translation>TXT,坐标,界址点,勘测定界,地块,DXF,导入</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Tolerance of the stated area (hectares)</source>
        <translation>面积比对容差（公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Zone number</source>
        <translation>带号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>or folder of coordinate files</source>
        <translation>或：坐标文件所在文件夹</translation>
    </message>
</context>
<context>
    <name>ImportProblemsModel</name>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ImportReserve</name>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>10,000 kg</source>
        <translation>万公斤</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>10,000 mu</source>
        <translation>万亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Booking date (empty: today)</source>
        <translation>记账日期（空为今天）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Capacity of the new lots, drawn (kg)</source>
        <translation>新入库项目已使用粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Capacity of the new lots, original (kg)</source>
        <translation>新入库项目原有粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Capacity preset (empty: official)</source>
        <translation>产能测算口径（空为官方公式official）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Cells that are wrong</source>
        <translation>有误的单元格数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Cells to look at</source>
        <translation>需留意的单元格数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Choose the field of the layer that has the number of the lot.</source>
        <translation>请选择图层中的项目编号字段。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Columns, as in CODE=备案号;Q0=H</source>
        <translation>列对应，如 CODE=备案号;Q0=H</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Day of entry, where the sheet has none</source>
        <translation>入库日期（表中没有时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Enter supplementary farmland into the reserve</source>
        <translation>补充耕地指标入库</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Farmland of the new lots, drawn (mu)</source>
        <translation>新入库项目已使用耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Farmland of the new lots, original (mu)</source>
        <translation>新入库项目原有耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Features whose number is no lot of the sheet: {lots}</source>
        <translation>图层中编号不在表内的要素：{lots}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Field with the number of the lot</source>
        <translation>项目编号字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Grade system</source>
        <translation>等别体系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Holder, where the sheet has none</source>
        <translation>持有单位（表中没有时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Kind of lot, where the sheet has none</source>
        <translation>占补平衡类型（表中没有时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Layer of lots</source>
        <translation>储备项目图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lot {lot}: {drawn} mu are drawn, {booked} mu are entered; more than {percent} % apart.</source>
        <translation>储备项目{lot}：图形面积{drawn}亩，入库面积{booked}亩，相差超过{percent}%。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots entered</source>
        <translation>入库项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots entered before</source>
        <translation>已入过库的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots linked to features</source>
        <translation>已关联图形的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots that are expired</source>
        <translation>已过期的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots whose area differs</source>
        <translation>图形面积不符的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots with a computed capacity</source>
        <translation>产能为测算的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots with quantity, paddy, capacity, grade and validity, checked cell by cell, into the reserve.</source>
        <translation>把补充耕地项目（数量、水田、产能、等别、有效期）逐格检查后导入储备库。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots without a feature</source>
        <translation>没有图形的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Lots without a feature: {lots}</source>
        <translation>没有图形的储备项目：{lots}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Numbers that lots of several holders have; not linked: {lots}</source>
        <translation>几个县都有的项目编号，未关联图形：{lots}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Paddy of the new lots, drawn (mu)</source>
        <translation>新入库项目已使用水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Paddy of the new lots, original (mu)</source>
        <translation>新入库项目原有水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Reads the reserve of supplementary farmland (three indicators of each lot: farmland, paddy, grain capacity) from an .xlsx workbook, checks every cell, and enters all of it into the ledger or nothing. A holder without a reserve book gets one.

1. Columns are recognised by their headings, also merged ones (原有, 已使用, 剩余 over 耕地数量, 水田规模, 粮食产能). What is recognised otherwise than meant is corrected under “Columns”, as in CODE=备案号;Q0=H (Q, W, P: farmland, paddy, capacity; 0, 1, 2: original, drawn, remaining).
2. Units of area and of capacity are those of the headings or the unit line. Where none is written it is asked, never guessed.
3. 合计 rows are compared with their rows and left out. A remainder that is negative, or is not original less drawn, a grade that is missing or that its system does not have, and grades of two systems in one sheet keep the file out, each named by its cell. An expired lot is told.
4. A missing capacity is computed from area and grade by the preset and marked. The preset “official” is hectares × (16 − grade) × 1500 kg, the formula of the analysis forms of requisition–compensation balance (2018, notice of 2017 on three indicators); land without an area (dry land made into paddy) needs its capacity.
5. A lot that is in the ledger with the same original amounts stays as it is: the same file twice enters nothing twice. What was drawn before is entered as drawn; later draws are booked one by one.
6. With a layer, lots are linked to its features by their number; lots without one and areas that differ are told (the survey's ellipsoidal area).

Validity, tolerance and what an expired lot may do are rules (resources/rules/reserve.csv) to be confirmed locally; they stand on the inputs sheet. Workbook: T05 of the whole reserve after the import, checks, inputs.</source>
        <translation>从.xlsx工作簿读取补充耕地储备库（每个项目三类指标：耕地数量、水田规模、粮食产能），逐格检查，全部入库或者一个也不入。还没有储备账簿的单位会自动建立。

1. 列按表头识别，多级合并表头（原有、已使用、剩余下分耕地数量、水田规模、粮食产能）也能识别。识别有误的在“列对应”中改，如 CODE=备案号;Q0=H（Q、W、P为数量、水田、产能；0、1、2为原有、已使用、剩余）。
2. 面积和产能的单位按表头或单位行所写；没有写明的会询问，绝不猜测。
3. 合计行与明细核对后不计入。剩余为负数或不等于原有减已使用、缺等别或等别超出体系、一张表中有两种等别体系的，文件不予入库，并逐一指出单元格。已过期的项目给出提示。
4. 产能空缺的，按面积和等别以所选口径测算并注明“测算”。口径official为 公顷×（16－等别）×1500公斤，即占补平衡分析表（2018年，2017年三类指标办法）所用公式；没有耕地数量的（旱改水）须填产能。
5. 台账中已有、原有指标相同的项目不再变动：同一文件导入两次不会重复入库。以前已使用的按已使用入账；以后的核销逐笔记账。
6. 选了图层的，按项目编号与图形要素关联；没有图形的、面积不符的给出提示（按调查椭球面积）。

有效期、允许相差比例、已过期项目能否使用等为规则（resources/rules/reserve.csv），须按当地规定确认，并列在输入信息表中。工作簿：入库后的全部储备库T05、勾稽检查、输入信息。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Remaining capacity of the whole reserve (kg)</source>
        <translation>储备库剩余粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Remaining farmland of the whole reserve (mu)</source>
        <translation>储备库剩余耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Remaining paddy of the whole reserve (mu)</source>
        <translation>储备库剩余水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>The file has faults: nothing was posted.</source>
        <translation>文件有误，未入账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Unit of area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>Unit of capacity</source>
        <translation>产能单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>as written in the sheet</source>
        <translation>按表中所写</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>hectares</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>increase–decrease linkage</source>
        <translation>增减挂钩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>kg</source>
        <translation>公斤</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>land consolidation</source>
        <translation>土地整治</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>national utilisation grade (1–15)</source>
        <translation>国家利用等（1–15等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>quality grade (1–10)</source>
        <translation>耕地质量等级（1–10等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>restored farmland</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>tonnes</source>
        <translation>吨</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>upgrading</source>
        <translation>提质改造</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>{rows} rows: {new} new lots, {known} entered before.</source>
        <translation>共{rows}行：新入库{new}个，已入过库{known}个。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>… and {count} more of this kind.</source>
        <translation>……此类另有{count}处。</translation>
    </message>
</context>
<context>
    <name>ImportRowsModel</name>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>What becomes of it</source>
        <translation>处理</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>new</source>
        <translation>待入账</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>other side</source>
        <translation>对方分录</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>posted before</source>
        <translation>已入账</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>sum row</source>
        <translation>合计行</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_rows.py"/>
        <source>wrong</source>
        <translation>有误</translation>
    </message>
</context>
<context>
    <name>ImportVouchers</name>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>10,000 mu</source>
        <translation>万亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>A journal or register kept in Excel: checked cell by cell, posted whole, never twice.</source>
        <translation>把现有Excel台账导入：逐格检查，全对才入账，重复导入不重复记。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Approvals</source>
        <translation>用地报批</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Booking date, where the sheet has none (2023-05-01)</source>
        <translation>记账日期（表中没有时，如2023-05-01）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Ceilings of advances</source>
        <translation>预支额度</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Cells that are wrong</source>
        <translation>有误的单元格数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Cells to look at</source>
        <translation>需留意的单元格数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Columns, as in HOLDER=县区;AREA_IN=F</source>
        <translation>列对应（如 HOLDER=县区;AREA_IN=F）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Disposal tasks</source>
        <translation>处置任务</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Enter unknown projects into the register</source>
        <translation>台账中没有的项目自动登记</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Expenditure (mu)</source>
        <translation>支出（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Holder, where the sheet has none</source>
        <translation>持有单位（表中没有时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Import a ledger from a spreadsheet</source>
        <translation>批量导入台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Income (mu)</source>
        <translation>收入（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Journal of quota</source>
        <translation>指标流水账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Plots approved but not supplied</source>
        <translation>批而未供地块</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Projects</source>
        <translation>项目清单</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Projects entered</source>
        <translation>新登记项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Quota year, where the sheet has none</source>
        <translation>指标年度（表中没有时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Reads a journal of quota (or a register of projects, approvals, supply …) from an .xlsx workbook, checks every cell and every rule of the ledger, and posts all of it or nothing.

1. Columns are recognised by their headings, also merged ones of several levels; units by “（公顷）” in a heading or by the unit line. What is recognised otherwise than meant is corrected under “Columns”, as in HOLDER=县区;AREA_IN=F (a heading or the letter of a column; “-” for none).
2. 小计 and 合计 are compared with their rows and left out. Notes and signatures below the table end it.
3. Holders, sources and kinds of business are taken by code, name or alias. An unknown one is never guessed: what is like it is proposed.
4. A row that was imported before is known again by what it says, whatever the file is called: the same file twice posts nothing twice, and of a file that has grown only the new rows are posted.
5. “Only check” posts nothing. The table of problems names sheet, cell and what is wrong with it. Where it is asked for, a file with faults ends the run with this table and nothing posted; else the run fails.

Both sides of a transfer (调出, 调入) may stand in the file; they become one transfer.</source>
        <translation>从.xlsx读指标流水账（或项目、报批、供应等台账），逐格检查、按台账规则检查，全对才入账，有一处不对就一行也不入。

1. 按表头认列，合并的多级表头也认；单位看表头里的“（公顷）”或表上的单位行。认错的在“列对应”里改，如 HOLDER=县区;AREA_IN=F（写表头或列号字母，“-”表示不读）。
2. 小计、合计行与各行核对后不入账；表下的注、签名之后不再读。
3. 持有单位、指标来源、业务类型按代码、名称、别名认；不认识的不猜，只提示相近的。
4. 以前导入过的行按内容认出，文件改名、另存都一样：同一文件再导入不重复记，续写过的文件只记新行。
5. “只检查”不入账。问题清单写明工作表、单元格和原因。要了问题清单，文件有误时只给清单、不入账；没要则运行失败。

调剂的调出、调入两行可以都在文件里，合为一笔。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Rows posted</source>
        <translation>入账行数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Rows posted before</source>
        <translation>此前已入账行</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Supply</source>
        <translation>土地供应</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>The file has faults: nothing was posted.</source>
        <translation>文件有误，未入账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>Unit of area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>What it holds</source>
        <translation>表格内容</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>as written in the sheet</source>
        <translation>按表中所写</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>hectares</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>{rows} rows: {new} new, {known} posted before, {mirrors} other sides of transfers.</source>
        <translation>共{rows}行：待入账{new}行，已入账{known}行，调剂对方{mirrors}行。</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <location filename="../dialogs/import_wizard.py"/>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard.py"/>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard.py"/>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard.py"/>
        <source>&amp;Post</source>
        <translation>入账(&amp;P)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard.py"/>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard.py"/>
        <source>Ledger import wizard</source>
        <translation>台账导入向导</translation>
    </message>
</context>
<context>
    <name>InOutBalance</name>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Capacity of the inflow (kg)</source>
        <translation>流入产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Capacity of the outflow (kg)</source>
        <translation>流出产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Capacity preset</source>
        <translation>产能标准</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Ceiling of occupation, computed (mu)</source>
        <translation>下年度允许占用上限（测算，亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Class table (name or CSV file)</source>
        <translation>地类代码表（名称或CSV文件）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Counties and years that are short</source>
        <translation>不足的县（年）数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Exempt outflow (mu)</source>
        <translation>不计入的流出（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Field map, as in DLBM=地类编码;TBMJ=面积</source>
        <translation>字段对应，例如 DLBM=地类编码;TBMJ=面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Grade system</source>
        <translation>等别体系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Inflow that counts (mu)</source>
        <translation>计入的流入（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Inflow that is not stable (mu)</source>
        <translation>不稳定而不计入的流入（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>In–out balance of cultivated land</source>
        <translation>进出平衡核算</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Keeps the yearly in–out balance (进出平衡) after 自然资发〔2021〕166号: per county and year cultivated land that comes in is not less than what leaves, in area and in capacity.

1. Changes, one of three: the changed patches of “Land class transition of two years”; the update-process layer (DLTBGXGC), whose areas are taken as delivered; or both surveys, which are laid over one another. With both surveys beside the first two, slope, grade and the net increase are known, too.
2. Outflow goes to forest, garden, grass, ponds, agricultural facilities, rural roads and the like; these count. Construction is made up for by 占补平衡 and stands apart. Ecological return and disaster are exempt where ground is marked so with a document number (layer of exempt ground with EXEMPT and EXEMPT_DOC, or these fields of the changes); rivers and lakes are exempt by class, or by mark only, as a rule says.
3. Inflow counts where it is stable cultivated land by the rules of “Identify stable cultivated land”, less the layers that exclude ground. Slivers and moved borders stand apart with their area.
4. Grades come from the grade layer, else from GDDB; a patch without one is refused, or reckoned prudently (rule inout_missing_grade). Capacity: official form, area × (16 − grade) × 1500 kg a hectare.
5. From 2024 on (rule inout_one_account_from) the balance is part of 占补平衡; the sheet says so. Net increase = stable land at the end − at the begin; ceiling = max(0, net increase × factor), our computation (测算), no allotment.
6. A match list (OUT_NO, IN_NO) says which inflow patch makes up for which spot; a patch used twice is refused.

Workbook: 进出平衡核算表 by year, results by county, patches, net increase, matches, checks, inputs with every rule and how sure it is. While one check does not hold, every sheet is marked 草稿. Layer: patches coloured out, in, exempt.</source>
        <translation>按自然资发〔2021〕166号核算年度耕地进出平衡：以县为单位，当年流入的耕地，面积和产能均不少于流出的。

1. 变化图斑，三者取一：“两年地类变化分析”的成果图层；更新过程图层（DLTBGXGC），面积按下发数、不再量算；或上年、本年两期调查叠加。前两者之外再给两期调查的，可取得坡度级、等别，并测算净增加。
2. 流出去向：林地、园地、草地、坑塘、设施农用地、农村道路等，计入平衡。建设占用属占补平衡，单列。生态退耕、灾毁须有标注和文号才不计入（不计入地块图层的EXEMPT、EXEMPT_DOC字段，或变化图斑的同名字段）；变为河流、湖泊水面的，按规则以地类认定或须标注。
3. 流入只计可长期稳定利用耕地，规则同“稳定耕地识别”，并扣除所给图层。碎屑和界线微移单列面积。
4. 等别取自等别图层，没有的取GDDB；缺等别的不予计算，或按从严规则取定（规则inout_missing_grade）。产能按公开表格的公式：面积×（16－等别）×1500公斤/公顷。
5. 自2024年度起（规则inout_one_account_from）进出平衡并入占补平衡，表上注明。净增加＝年末稳定耕地－年初稳定耕地；上限＝max(0，净增加×系数)，为本软件测算，非下达数。
6. 挂钩清单（OUT_NO、IN_NO）写明哪个流入图斑用于哪个流出图斑；同一流入图斑用两次的不予受理。

工作簿：分年度的进出平衡核算表、县级结果和缺口、图斑清单、净增加测算、流出流入挂钩、勾稽检查、输入与口径（逐条列规则及其状态）。有一项勾稽不平时全部表格标为草稿。成果图层：变化图斑，按流出、流入、不计入着色。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Layers in another zone may be brought to that of the first layer</source>
        <translation>允许把其他分带的图层转换到首个图层的分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Layers that exclude ground</source>
        <translation>扣除图层（可多个）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Lost to construction, apart (mu)</source>
        <translation>建设占用（另行核算，亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Missing area of all counties (mu)</source>
        <translation>各县面积缺口合计（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Missing capacity of all counties (kg)</source>
        <translation>各县产能缺口合计（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Net increase of stable land (mu)</source>
        <translation>稳定耕地净增加（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Number of patches</source>
        <translation>变化图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Outflow by destination, inflow of stable land, what is missing by county and year in area and capacity.</source>
        <translation>按县按年核算耕地流出去向、流入来源，列出应补足的面积和产能。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Outflow that counts (mu)</source>
        <translation>计入的流出（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Patches of the in–out balance</source>
        <translation>进出平衡图斑</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Rows</source>
        <translation>汇总层级</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>The years are right as given</source>
        <translation>年份以所选图层为准</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Year of the account (empty: as the changes or the later survey say)</source>
        <translation>核算年度（空：按变化图斑或本年调查）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Zone, if the layers are in degrees</source>
        <translation>图层为经纬度时所用分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>balanced</source>
        <translation>平衡</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>counties</source>
        <translation>县</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>national utilisation grade (1–15)</source>
        <translation>国家利用等（1–15等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>quality grade (1–10)</source>
        <translation>耕地质量等级（1–10等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>short</source>
        <translation>不足</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>townships</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>{year} {county}: outflow {out} mu, inflow {into} mu, {state}</source>
        <translation>{year}年{county}：流出{out}亩，流入{into}亩，{state}</translation>
    </message>
</context>
<context>
    <name>IncrementStock</name>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Confirmed by the province (mu)</source>
        <translation>省核定指标（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Counties with a task not done</source>
        <translation>有任务未完成的县区数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Counties with both tasks done</source>
        <translation>两项任务均完成的县区数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Disposed approved-unsupplied land (mu)</source>
        <translation>处置批而未供面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Disposed idle land (mu)</source>
        <translation>处置闲置土地面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Estimate with bonus or deduction (mu)</source>
        <translation>核补指标测算（含奖励核减，亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Estimates the supplementary quota of each county from disposed approved-unsupplied and idle land, by the rule of the year (resources/rules/increment_stock.csv, to be confirmed locally), beside what the province confirmed.

1. Ledger: its register of tasks holds, for each county and year, bases, tasks, disposed areas and the confirmed amount; where it says nothing of approved-unsupplied land, the register of plots is summed up.
2. Or a table with one row for each county and the fields of that register: holder 县（市、区）, unsupplied_base, unsupplied_task, unsupplied_done, idle_base, idle_task, idle_done, other_done, factor_plan, confirmed, confirmed_doc; their Chinese names do as well, others are said under “Field map”, as in idle_done=处置闲置.
3. Both tasks done: bonus; one not done: deduction; where that is not known, neither.
4. Only the confirmed amount under its document may be booked; the estimate never is.

Workbook: 增存挂钩测算 (T04), 批而未供任务完成情况 (T03B), checks, findings, inputs with the rules and how sure they are. While one check does not hold, every sheet is marked 草稿.</source>
        <translation>按年度规则（resources/rules/increment_stock.csv，请按本地文件核实）由处置的批而未供、闲置土地面积测算各县区应核补指标，与省核定数并列。

1. 指标台账：处置任务登记各县区各年度的基数、任务、处置面积和省核定数；批而未供没有填的，由批而未供台账各地块合计。
2. 或者一张任务表，一县一行，字段同处置任务：holder 县（市、区）、unsupplied_base、unsupplied_task、unsupplied_done、idle_base、idle_task、idle_done、other_done、factor_plan、confirmed、confirmed_doc；用中文名也行，其他叫法在“字段对应”里写，如 idle_done=处置闲置。
3. 两项任务都完成的奖励，有一项没完成的核减，看不出来的既不奖励也不核减。
4. 能入账的只有省文件核定的数，测算数不入账。

工作簿：增存挂钩测算（T04）、批而未供任务完成情况（T03B）、勾稽检查、问题清单、输入与口径（含所用规则及是否核实）。只要有一项勾稽不平，每张表都标“草稿”。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Field map, as in unsupplied_done=处置批而未供</source>
        <translation>字段对应，如 unsupplied_done=处置批而未供</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Increment-stock linkage</source>
        <translation>增存挂钩测算</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Ledger with the registers of tasks and plots</source>
        <translation>含处置任务、批而未供台账的指标台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Number of counties</source>
        <translation>县区数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Quota by the ratios (mu)</source>
        <translation>核算指标（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Quota estimated from disposed stock by the rule of the year, beside what the province confirmed.</source>
        <translation>按年度规则由处置的存量面积测算应核补指标，与省核定数并列。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>The registers have no row of this year.</source>
        <translation>台账里没有这一年的数据。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Unit of the areas in the table</source>
        <translation>表中面积的单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>or table, one row a county</source>
        <translation>或任务表（一县一行）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>{count} counties, {year}: estimate {estimate} mu, confirmed {confirmed} mu.</source>
        <translation>{year}年，{count}个县区：测算{estimate}亩，省核定{confirmed}亩。</translation>
    </message>
</context>
<context>
    <name>JournalModel</name>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Area (mu)</source>
        <translation>面积（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Available +/− (mu)</source>
        <translation>可用增减（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Booked on</source>
        <translation>记账日期</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Dated</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Document</source>
        <translation>文号</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Event</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Holder</source>
        <translation>持有单位</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Operator</source>
        <translation>经办人</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Source</source>
        <translation>指标来源</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Voucher</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>of which agricultural</source>
        <translation>其中农用地</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>of which cultivated</source>
        <translation>其中耕地</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal_model.py"/>
        <source>{event} of {what} no. {number}</source>
        <translation>{event}：{what}第 {number} 号</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>&amp;Booked</source>
        <translation>记账日期(&amp;B)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>&amp;Reverse…</source>
        <translation>冲销(&amp;R)…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Add &amp;document number…</source>
        <translation>补文号(&amp;D)…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>All events</source>
        <translation>全部业务</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>All holders</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>All sources</source>
        <translation>全部来源</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Only one kind of event.</source>
        <translation>只看一种业务。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Only vouchers of one holder.</source>
        <translation>只看一个单位的凭证。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Only vouchers that touch one source.</source>
        <translation>只看涉及一种来源的凭证。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Received (mu)</source>
        <translation>收入（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Search: document, project, note, operator …</source>
        <translation>搜索：文号、项目、备注、经办人…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Spent (mu)</source>
        <translation>支出（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>The document came later: note its number beside the voucher.</source>
        <translation>文件后到：在凭证旁补记文号。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>Undo the chosen voucher by a voucher of the opposite sign; both stay.</source>
        <translation>用一张红字凭证冲销所选凭证，两张都保留。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>of which agricultural</source>
        <translation>其中农用地</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>of which cultivated</source>
        <translation>其中耕地</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>seal {hash}…</source>
        <translation>校验码 {hash}…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_journal.py"/>
        <source>{count} vouchers</source>
        <translation>{count} 张凭证</translation>
    </message>
</context>
<context>
    <name>LandLedger</name>
    <message>
        <location filename="../core/checking/states.py"/>
        <source>(given for other values by {who} on {day}) {reason}</source>
        <translation>（{who}于{day}对原数值的核实意见）{reason}</translation>
    </message>
    <message>
        <location filename="../core/checking/states.py"/>
        <source>(given for other values) {reason}</source>
        <translation>（对原数值的核实意见）{reason}</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/tables.py"/>
        <source>(no location code)</source>
        <translation>（坐落代码缺失）</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>(not converted yet)</source>
        <translation>（尚未转换）</translation>
    </message>
    <message>
        <location filename="../core/checking/validity.py"/>
        <source>A coordinate of the shape is not a number.</source>
        <translation>图形的坐标不是有效数字。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>A draw came out below nothing; nothing was matched.</source>
        <translation>有核销数小于零，未作挂钩。</translation>
    </message>
    <message>
        <location filename="../core/intervals.py"/>
        <source>A figure printed with 余 or 多 has no upper bound.</source>
        <translation>带“余”“多”的数字没有上限。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>A file of the profile “{profile}” can't be read again: {reason}</source>
        <translation>按模板“{profile}”写出的文件读不回来：{reason}</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>A file of the profile “{profile}” would be read with other borders than were written; not written.</source>
        <translation>按模板“{profile}”写出的文件读回的界线与写出的不一致，未写出。</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>A gap of {area} m² between the parcels.</source>
        <translation>图斑之间有 {area} 平方米的缝隙。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>A holder can't transfer to itself.</source>
        <translation>不能调剂给本单位自己。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A hole lies in another hole at {x}, {y}.</source>
        <translation>{x}, {y} 处的内环套在另一个内环里。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A hole lies outside its shell at {x}, {y}.</source>
        <translation>{x}, {y} 处的内环在外环之外。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>A new ring begins after the closing point, though its number is the same.</source>
        <translation>闭合点之后另起一圈，但圈号没有变。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A part lies in another part at {x}, {y}.</source>
        <translation>{x}, {y} 处的一个部件套在另一个部件里。</translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>A piece has the area {area} m², which can't be apportioned.</source>
        <translation>有碎块面积为 {area} 平方米，无法平差。</translation>
    </message>
    <message>
        <location filename="../core/store/appending.py"/>
        <source>A posting of the voucher belongs to another book; nothing was posted.</source>
        <translation>凭证中有一条分录不属于本账册，未入账。</translation>
    </message>
    <message>
        <location filename="../core/intervals.py"/>
        <source>A ratio to zero was asked for.</source>
        <translation>除数为零，算不出比例。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A ring has too few points at {x}, {y}.</source>
        <translation>{x}, {y} 处的环点数不足。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A ring is drawn twice at {x}, {y}.</source>
        <translation>{x}, {y} 处的环重复绘制。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>A row of this code was entered into the ledger {file} by another holder, or a moment ago by somebody else; nothing was written.</source>
        <translation>台账{file}中已有此编码的记录，由其他单位登记或刚由他人登记；未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>A row of this import is in the ledger {file} already; nothing was posted.</source>
        <translation>本次导入中有的行已在台账{file}中，未入账。</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_writing.py"/>
        <source>A sheet holds {most} rows, the table has {count}; write a .csv file.</source>
        <translation>一张工作表最多{most}行，本表有{count}行；请改写成.csv文件。</translation>
    </message>
    <message>
        <location filename="../core/store/appending.py"/>
        <source>A text holds a character that no ledger can keep (NUL or half a character).</source>
        <translation>文字中有台账无法保存的字符（空字符或半个字符）。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>A transfer is booked by the holder who gives, for both at once.</source>
        <translation>调剂由调出单位登记，双方同时入账。</translation>
    </message>
    <message>
        <location filename="../core/store/appending.py"/>
        <source>A voucher needs two postings at least; nothing was posted.</source>
        <translation>一张凭证至少要有两条分录，未入账。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_names.py"/>
        <source>ATTRIBUTES: layer {layer} has no field {field}. Its fields are {known}.</source>
        <translation>分属性统计：图层“{layer}”没有字段 {field}。它的字段有：{known}。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_names.py"/>
        <source>ATTRIBUTES: layer {layer} has no field {field}. Similar: {near}.</source>
        <translation>分属性统计：图层“{layer}”没有字段 {field}。相近的有：{near}。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_names.py"/>
        <source>ATTRIBUTES: layer {layer} is given twice, with {first} and with {second}.</source>
        <translation>分属性统计：图层“{layer}”写了两次，分别是字段 {first} 和 {second}，只能保留一个。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_names.py"/>
        <source>ATTRIBUTES: there is no layer {layer} among those given. Similar: {near}.</source>
        <translation>分属性统计：所选图层中没有“{layer}”。相近的有：{near}。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_names.py"/>
        <source>ATTRIBUTES: there is no layer {layer} among those given: {known}.</source>
        <translation>分属性统计：所选图层中没有“{layer}”。所选图层为：{known}。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_names.py"/>
        <source>ATTRIBUTES: “{part}” is not of the form layer=field (as in GHDLTB=GHDLMC).</source>
        <translation>分属性统计：“{part}”不是“图层=字段”的写法（例：GHDLTB=GHDLMC）。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Accepted reclamation (mu)</source>
        <translation>验收复垦面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Accepted, no surplus left</source>
        <translation>已验收、无节余</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Accepted, with surplus left</source>
        <translation>已验收、有节余</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Acts of rectification</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Actual start</source>
        <translation>实际动工日期</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Adjacent parties</source>
        <translation>四至</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Adjustable class (K)</source>
        <translation>可调整（带K）</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Adjusted and supplemented (mu)</source>
        <translation>调整补划（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Adjusted area (m²)</source>
        <translation>平差面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Adjusted to the other year</source>
        <translation>同时平差到另一年</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Adjustment (m²)</source>
        <translation>平差量（平方米）</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Advanced (mu)</source>
        <translation>预支面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Advanced on</source>
        <translation>预支日期</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Advances not cleared (mu)</source>
        <translation>预支未核销（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/unknown.py"/>
        <source>After: {count} pieces, {area} m², have no class code.</source>
        <translation>本年：{count}块、{area}平方米没有地类编码。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/unknown.py"/>
        <source>After: {count} pieces, {area} m², have the code {code}, which the class table does not know.</source>
        <translation>本年：{count}块、{area}平方米的编码为{code}，地类代码表中没有。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Agreed start</source>
        <translation>约定动工日期</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>All class codes are {version} ({codes}); is it the right layer or field?</source>
        <translation>全部地类编码属于{version}（{codes}）；图层或字段是否选错？</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/rows.py"/>
        <source>All reasons</source>
        <translation>全部原因</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>All weights of workload are nothing.</source>
        <translation>工作量权重全为0。</translation>
    </message>
    <message>
        <location filename="../core/quota/founding.py"/>
        <source>Among several holders one must be the city above the others (a code that ends in 00, or the level city).</source>
        <translation>有多个持有单位时，须有且只有一个市本级（代码以00结尾，或级别为市本级）。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>An act of {area} mu names the spot “{spot}”, which is not in the list.</source>
        <translation>有{area}亩整改措施对应的流出图斑“{spot}”不在清单中。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>An advance has no source yet; leave it empty.</source>
        <translation>预支时尚无正式指标来源，来源应留空。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>An amount has more decimals of a mu than the {decimals} allowed.</source>
        <translation>面积的小数位超过允许的{decimals}位（亩）。</translation>
    </message>
    <message>
        <location filename="../core/store/appending.py"/>
        <source>An amount is too large for the ledger; nothing was posted.</source>
        <translation>数量过大，台账容纳不下，未入账。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>An amount of the voucher is no whole number.</source>
        <translation>凭证的数量不是整数。</translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>An area of {units} units can't be apportioned: it is negative.</source>
        <translation>控制面积（{units} 个最小取位单位）是负数，无法平差。</translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>An area of {units} units can't be apportioned: the pieces under it have no area.</source>
        <translation>控制面积（{units} 个最小取位单位）无法平差：其下的碎块没有面积。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Approval document</source>
        <translation>批准文号</translation>
    </message>
    <message>
        <location filename="../core/quota/supply.py"/>
        <source>Approval {number}: it has no date of approval and is left out.</source>
        <translation>批复{number}没有批复日期，未计入。</translation>
    </message>
    <message>
        <location filename="../core/quota/supply.py"/>
        <source>Approval {number}: {supplied} ha supplied and {never} ha never to be, of {area} ha approved.</source>
        <translation>批复{number}：批准{area}公顷，已供{supplied}公顷，不可供{never}公顷，超过批准面积。</translation>
    </message>
    <message>
        <location filename="../core/quota/register_tables.py"/>
        <source>Approval {number}: “{text}” tells no quota source; write ZP=12.5;ZC=3.</source>
        <translation>批复{number}：“{text}”看不出指标来源，请写成 ZP=12.5;ZC=3。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Approved area of the plot (m²)</source>
        <translation>地块批准面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Approved construction land</source>
        <translation>已批建设用地</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Approved land</source>
        <translation>已批范围</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Approved land is never moved.</source>
        <translation>已批范围的界线不动。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied.py"/>
        <source>Approved on {date}, before {year}: it is left out.</source>
        <translation>{date}批准，早于{year}年，不计入。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Area (ha)</source>
        <translation>面积（公顷）</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Area (km²)</source>
        <translation>面积（平方公里）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Area (mu)</source>
        <translation>面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Area (m²)</source>
        <translation>面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Area approved (mu)</source>
        <translation>批复面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Area compared (m²)</source>
        <translation>参与比较的面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Area of a batch</source>
        <translation>批次面积</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Area of cultivated land</source>
        <translation>耕地面积口径</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Area of the block (m²)</source>
        <translation>地块面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Area of the units</source>
        <translation>单元面积</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Area with more than two decimals</source>
        <translation>面积超过两位小数</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Area with ridge (m²)</source>
        <translation>含田坎面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Areas</source>
        <translation>面积来源</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Areas adjusted to</source>
        <translation>平差控制面积</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/tables.py"/>
        <source>Areas are compared with field ridges, on both sides.</source>
        <translation>占用和补划面积均按含田坎面积比较。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/tables.py"/>
        <source>Areas are compared without field ridges, on both sides.</source>
        <translation>占用和补划面积均按扣田坎面积比较。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Areas are those of the cells, no surveyed ground.</source>
        <translation>面积是泰森多边形的面积，不是实测面积。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/tables.py"/>
        <source>Areas booked in mu are not exact in hectares, so they are in mu here.</source>
        <translation>有按亩记账、折公顷除不尽的面积，本表按亩列示。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/table.py"/>
        <source>Areas booked in mu are rounded to 0.0001 ha; the sheet in mu has them as they are booked.</source>
        <translation>以亩记账的面积按0.0001公顷取整，各项按最大余数分摊；以亩为单位的表为记账数。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Areas compared</source>
        <translation>面积比较口径</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Areas: {source}.</source>
        <translation>面积来源：{source}。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>As a promise</source>
        <translation>以承诺方式</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Available (mu)</source>
        <translation>可用（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Average grade</source>
        <translation>平均质量等别</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Base</source>
        <translation>驻点</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>Base: approved up to {date}.</source>
        <translation>基数：{date}以前批准的。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Bases</source>
        <translation>驻点</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Bases can only be chosen where every unit can be reached from every candidate.</source>
        <translation>每个单元须从每个备选驻点都能到达，才能选驻点。</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>Basis: {method}; areas adjusted to: {master}; smallest unit {unit} m².</source>
        <translation>口径：{method}；平差控制：{master}；最小取位{unit}平方米。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Batch or project</source>
        <translation>批次/项目名称</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied.py"/>
        <source>Batch {batch}: supplied and unsupplied land do not make up the approved area.</source>
        <translation>批次{batch}：已供与未供面积之和不等于批准面积。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/tables.py"/>
        <source>Before {first} the in–out balance is an account of its own.</source>
        <translation>{first}年度以前，进出平衡单独核算。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/unknown.py"/>
        <source>Before: {count} pieces, {area} m², have no class code.</source>
        <translation>上年：{count}块、{area}平方米没有地类编码。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/unknown.py"/>
        <source>Before: {count} pieces, {area} m², have the code {code}, which the class table does not know.</source>
        <translation>上年：{count}块、{area}平方米的编码为{code}，地类代码表中没有。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Before: {one}; after: {other}.</source>
        <translation>上年：{one} 年；本年：{other} 年。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Beyond the yearly ceiling (mu)</source>
        <translation>超年度上限（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Block name</source>
        <translation>地块名称</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Block number</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Block stands in the balance</source>
        <translation>地块计入占补</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/filing.py"/>
        <source>Book {book}: closed with voucher {number}, seal {hash}.</source>
        <translation>账簿 {book}：已结账，末号凭证 {number}，校验码 {hash}。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/filing.py"/>
        <source>Book {book}: not closed; last voucher {number}, seal {hash}.</source>
        <translation>账簿 {book}：未结账，末号凭证 {number}，校验码 {hash}。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/filing.py"/>
        <source>Booked from {first} to {last}.</source>
        <translation>记账日期 {first} 至 {last}。</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Border tolerance</source>
        <translation>界线靠齐距离</translation>
    </message>
    <message>
        <location filename="../core/checking/areas.py"/>
        <source>Border with arcs</source>
        <translation>图形含弧段</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Borders drawn twice: two parcels overlap by {area} m² in a strip {width} m wide.</source>
        <translation>公共界线重复绘制：两图斑重叠 {area} 平方米，平均宽 {width} 米。</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Borders drawn twice: {area} m² between them is left open, a strip {width} m wide.</source>
        <translation>公共界线重复绘制：两线之间留有 {area} 平方米的缝隙，平均宽 {width} 米。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>Both surveys, {before} and {after}, are of {one}.</source>
        <translation>两年图斑 {before} 和 {after} 都是 {one} 年的。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Boundary points begin without a plot row; they were read as one plot.</source>
        <translation>界址点前没有地块行，已作为一个地块读。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>By date of booking. Registers (lots, projects, spots) are as they are now.</source>
        <translation>按记账日期统计；储备项目、建设项目、图斑等登记信息为出表时的内容。</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>By project {found} mu of advances are not cleared, by balance {owed} mu. Verify the ledger.</source>
        <translation>按项目合计未核销预支{found}亩，按余额为{owed}亩，两者不符，请做台账校验。</translation>
    </message>
    <message>
        <location filename="../core/importing/assignment.py"/>
        <source>COLUMNS: the heading {heading} stands over several columns ({columns}); name its letter.</source>
        <translation>列对应：表头“{heading}”有好几列（{columns}），请写列号字母。</translation>
    </message>
    <message>
        <location filename="../core/importing/assignment.py"/>
        <source>COLUMNS: the sheet has no column {heading}; it has {headings}.</source>
        <translation>列对应：表中没有“{heading}”列，现有：{headings}。</translation>
    </message>
    <message>
        <location filename="../core/importing/assignment.py"/>
        <source>COLUMNS: there is no field {field}; fields are {fields}.</source>
        <translation>列对应：没有字段{field}，可用字段：{fields}。</translation>
    </message>
    <message>
        <location filename="../core/importing/assignment.py"/>
        <source>COLUMNS: “{part}” is not of the form FIELD=heading (as in HOLDER=县区;AREA_IN=F).</source>
        <translation>列对应：“{part}”应写成 字段=表头（如 HOLDER=县区;AREA_IN=F）。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/posting.py"/>
        <source>CONFIRMATION: {count} projects are to be booked; give each its number, as in P01=QR1;P02=QR2.</source>
        <translation>确认单号：有{count}个项目要记账，请逐项填写，如P01=QR1;P02=QR2。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/posting.py"/>
        <source>CONFIRMATION: “{part}” is no project of the run with its number.</source>
        <translation>确认单号：“{part}”不是“本次项目=单号”的写法。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Capacity (kg a mu)</source>
        <translation>亩产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Capacity (kg)</source>
        <translation>粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/report.py"/>
        <source>Capacity computed</source>
        <translation>测算产能</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Capacity preset</source>
        <translation>产能标准</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>Carry-over is not allowed here; a rule in the settings allows it.</source>
        <translation>当前规则不允许结转；可在设置中改为允许。</translation>
    </message>
    <message>
        <location filename="../core/importing/problem_table.py"/>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Changed</source>
        <translation>有调整</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Changed patches</source>
        <translation>变化图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Changes</source>
        <translation>变化图斑</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Check</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Check id</source>
        <translation>检查项目代号</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Choice of bases</source>
        <translation>驻点选择</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Choose a field of region codes or one of names.</source>
        <translation>请选择行政区代码字段或名称字段。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Choose a layer of supplied parcels or a ledger, one of the two.</source>
        <translation>供地图层和指标台账，请选其中一个。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Choose a ledger or a table, one of the two.</source>
        <translation>指标台账和任务表，请选其中一个。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/ledgers.py"/>
        <source>Choose a ledger: a GeoPackage file or a PostgreSQL connection.</source>
        <translation>请选择台账：GeoPackage 文件或 PostgreSQL 连接。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Choose the acts as a layer or as a workbook, not both.</source>
        <translation>整改措施请选图层或工作簿之一，不能两个都选。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Choose the project areas as a layer or as a workbook, not both.</source>
        <translation>项目区请选图层或工作簿之一，不能两个都选。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Choose the spots as a layer or as a workbook, not both.</source>
        <translation>流出图斑请选图层或工作簿之一，不能两个都选。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Class after</source>
        <translation>变更后地类</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Class before</source>
        <translation>变更前地类</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Class code after</source>
        <translation>变更后地类编码</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>Class code and name differ</source>
        <translation>地类编码与名称不一致</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Class code before</source>
        <translation>变更前地类编码</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>Class code unknown</source>
        <translation>地类编码无效</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>Class code with blanks, small or full-width letters</source>
        <translation>地类编码含空格、小写或全角字符</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Class code {code} is not in code table {table}; {count} parcels.</source>
        <translation>地类编码{code}不在代码表{table}中，涉及{count}个图斑。</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>Class given to the first level only</source>
        <translation>地类编码只到一级类</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Class table</source>
        <translation>地类代码表</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class that may only be marked recoverable</source>
        <translation>只能填恢复属性的地类填了其他种植属性</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Class without settlement code</source>
        <translation>缺城镇村属性码</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} can't be marked recoverable, but ZZSXDM is {ZZSXDM}.</source>
        <translation>地类{DLBM}不应填恢复属性，种植属性代码（ZZSXDM）却为{ZZSXDM}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Class {DLBM} has a settlement code of 201 to 205, not {CZCSXM}.</source>
        <translation>地类{DLBM}的城镇村属性码应为201至205，现为{CZCSXM}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} has no planting attribute, but ZZSXDM is {ZZSXDM}.</source>
        <translation>地类{DLBM}不应填种植属性，种植属性代码（ZZSXDM）却为{ZZSXDM}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Class {DLBM} has no width, but XZDWKD is {XZDWKD}.</source>
        <translation>地类{DLBM}不应填线状地物宽度，XZDWKD却为{XZDWKD}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} is cultivated land; its planting attribute ZZSXDM is empty.</source>
        <translation>地类{DLBM}为耕地，种植属性代码（ZZSXDM）为空。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} is cultivated land; its slope level GDPDJB is empty.</source>
        <translation>地类{DLBM}为耕地，耕地坡度级别（GDPDJB）为空。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} is no cultivated land but has the deduction class {KCDLBM}.</source>
        <translation>地类{DLBM}不是耕地，却有扣除地类编码{KCDLBM}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} is no cultivated land but has the ridge area {KCMJ} m².</source>
        <translation>地类{DLBM}不是耕地，却有扣除地类面积{KCMJ}平方米。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} is no cultivated land but has the ridge coefficient {KCXS}.</source>
        <translation>地类{DLBM}不是耕地，却有扣除地类系数{KCXS}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} is no cultivated land but has the slope level {GDPDJB}.</source>
        <translation>地类{DLBM}不是耕地，却有耕地坡度级别{GDPDJB}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} is no cultivated land but has the terrain type {GDLX}.</source>
        <translation>地类{DLBM}不是耕地，却有耕地类型{GDLX}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Class {DLBM} may only have JKHF, GCHF or nothing, but ZZSXDM is {ZZSXDM}.</source>
        <translation>地类{DLBM}的种植属性只能为JKHF、GCHF或空，现为{ZZSXDM}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Class {DLBM} need not have a width, but XZDWKD is {XZDWKD}.</source>
        <translation>地类{DLBM}不要求线状地物宽度，XZDWKD却为{XZDWKD}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Class {DLBM} needs a settlement code; CZCSXM is empty.</source>
        <translation>地类{DLBM}须填城镇村属性码，CZCSXM为空。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Class {DLBM} needs a width; XZDWKD is empty or 0.</source>
        <translation>地类{DLBM}须填线状地物宽度，XZDWKD为空或为0。</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Class {code} {name} is too coarse for this table; {count} parcels.</source>
        <translation>地类{code}{name}只到一级类，本表无处可列，涉及{count}个图斑。</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Cleared, repaid or returned (mu)</source>
        <translation>已核销（含归还、退回，亩）</translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>Closed lines inside another one of the same layer were read as its holes (lines {lines}).</source>
        <translation>同一图层中套在里面的闭合线已作为洞读（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Code of the holder</source>
        <translation>持有单位代码</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>Code of the region</source>
        <translation>行政区域代码</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>Code of the region above</source>
        <translation>上级行政区域代码</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>Codes of several class versions</source>
        <translation>混用多个版本的地类代码</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Coefficient of variation of workload</source>
        <translation>工作量变异系数</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Collective ownership</source>
        <translation>集体土地所有权</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Colour number</source>
        <translation>颜色号</translation>
    </message>
    <message>
        <location filename="../core/importing/problem_table.py"/>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Column of table T07</source>
        <translation>占用土地分类面积表列号</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Column of table T31</source>
        <translation>核算表栏目</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Columns after the coordinates were not read (lines {lines}).</source>
        <translation>坐标之后的列未读（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>Computed area of a district differs</source>
        <translation>行政区计算面积与图形不符</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/tables.py"/>
        <source>Computed by this program, not allotted by anybody; the factor is the rule net_increase_factor.</source>
        <translation>由本软件测算，非下达数；系数见规则net_increase_factor。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Construction land without approval where the former survey has no parcel; it stays as it is.</source>
        <translation>无批准手续的建设用地，往年地类图斑中没有对应图斑，仍按现状上报。</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Construction land {new} without approval is reported as {old}, its class before.</source>
        <translation>无批准手续的建设用地{new}按占用前地类{old}上报。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Construction projects</source>
        <translation>建设项目</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Contract or supervision number</source>
        <translation>合同编号或电子监管号</translation>
    </message>
    <message>
        <location filename="../core/summary/report.py"/>
        <source>Control areas</source>
        <translation>控制面积</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Control lines this near to a survey corner take its place; 0 is off.</source>
        <translation>控制线拐点距图斑拐点小于此数时靠齐到图斑拐点；0为不靠齐。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>Conversion</source>
        <translation>转换方向</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Coordinate is not a number</source>
        <translation>坐标不是数值</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Corners of supplied land this near to an approved corner take its place; 0 is off.</source>
        <translation>已供范围的界点离已批界点这么近的，移到已批界点上；0为不移动。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Corners sharper than {limit}°: {count}; the sharpest has {measure}°.</source>
        <translation>夹角小于 {limit}°的尖锐角有 {count} 处，最尖的 {measure}°。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Counted in the flow table (m²)</source>
        <translation>计入流向表面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>Counted up to</source>
        <translation>统计截止</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Counts in its block</source>
        <translation>计入地块面积</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Counts in the total</source>
        <translation>是否计入总计</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>County code</source>
        <translation>县代码</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/account.py"/>
        <source>County {region}, {year}: an allotted ceiling needs the number of its document.</source>
        <translation>{region}{year}年：下达的占用上限须填文号。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/account.py"/>
        <source>County {region}, {year}: the account stands there twice.</source>
        <translation>{region}{year}年：年度账户重复。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Covered by the earlier survey alone</source>
        <translation>仅上年覆盖</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Covered by the later survey alone</source>
        <translation>仅本年覆盖</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>Cultivated land ({cultivated} mu) must not exceed agricultural land ({agricultural} mu), and that not the total ({total} mu).</source>
        <translation>耕地（{cultivated}亩）不得大于农用地（{agricultural}亩），农用地不得大于总面积（{total}亩）。</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Cultivated land is net of field ridges; control lines count whole pieces.</source>
        <translation>耕地为扣除田坎后的净面积；各控制线按整块统计（含田坎）。</translation>
    </message>
    <message>
        <location filename="../core/summary/tables.py"/>
        <source>Cultivated land is with field ridges (TBMJ); nothing was moved to 1203.</source>
        <translation>耕地含田坎（图斑面积），田坎未计入1203。</translation>
    </message>
    <message>
        <location filename="../core/summary/tables.py"/>
        <source>Cultivated land is without field ridges; they stand under 1203.</source>
        <translation>耕地面积已扣除田坎，田坎计入1203。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Cultivated land taken (mu)</source>
        <translation>占用耕地面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Cultivated land without planting attribute</source>
        <translation>耕地缺种植属性</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Cultivated land without slope level</source>
        <translation>耕地缺坡度级别</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/cutting.py"/>
        <source>Cutting the parcel at {x:.1f}, {y:.1f} lost {area:.6f} m²; nothing was written.</source>
        <translation>切割坐标{x:.1f}，{y:.1f}处的图斑时面积差了{area:.6f}平方米，未输出任何结果。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Data year out of range</source>
        <translation>数据年份不合理</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Data year unlike the others</source>
        <translation>数据年份与多数图斑不同</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Date of approval</source>
        <translation>批准日期</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/report.py"/>
        <source>Date that counts</source>
        <translation>统计所依日期</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Day</source>
        <translation>基准日期</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Days idle</source>
        <translation>已闲置天数</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Decided by</source>
        <translation>核实人</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Decided on</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Decimals are a whole number from 0 to 12, not {value}.</source>
        <translation>小数位数应为0到12的整数，不能是{value}。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>Decisions</source>
        <translation>审定文件</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Deduction class is not 1203</source>
        <translation>扣除地类编码不是1203</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Deduction class without ridge</source>
        <translation>未扣田坎却有扣除地类编码</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Demolition blocks</source>
        <translation>拆旧地块</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Description mark unknown</source>
        <translation>描述说明代码无效</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Destination or origin</source>
        <translation>去向或来源</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Difficulty</source>
        <translation>难易程度</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Distance of neighbours</source>
        <translation>相邻距离</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Distance to the road (m)</source>
        <translation>离道路距离（米）</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District code occurs twice</source>
        <translation>行政区代码重复</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>District not covered</source>
        <translation>行政区内缝隙</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District without a usable code</source>
        <translation>行政区代码无效</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District without an area</source>
        <translation>行政区缺调查面积</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District without parcels</source>
        <translation>行政区内没有图斑</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District {code} {name} has no area (DCMJ).</source>
        <translation>行政区{code}{name}没有调查面积（DCMJ）。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District {code} {name} has {registered} m²; the {count} districts in it have {sum} m².</source>
        <translation>行政区{code}{name}调查面积{registered}平方米，其下级{count}个行政区合计{sum}平方米。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District {code} {name}: the computed area is {stated} m², the shape measures {measured} m².</source>
        <translation>行政区{code}{name}计算面积（JSMJ）{stated}平方米，图形椭球面积{measured}平方米。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District {code} {name}: Σ TBMJ {sum} m² is not Σ KCMJ + Σ TBDLMJ {parts} m².</source>
        <translation>行政区{code}{name}：图斑面积之和{sum}平方米，不等于扣除地类面积与图斑地类面积之和{parts}平方米。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>District {feature}: “{code}” is no district code of 6, 9 or 12 digits.</source>
        <translation>行政区要素{feature}的代码“{code}”不是6、9或12位行政区代码。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Districts</source>
        <translation>行政区</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>Districts do not add up to the one above</source>
        <translation>下级行政区面积之和与上级不符</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Districts with names</source>
        <translation>行政区图层（取名称）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Document number</source>
        <translation>依据文号</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Drawn alike</source>
        <translation>两年图形一致</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Drawn less occupied, capacity (kg)</source>
        <translation>补充减占用粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Drawn less occupied, paddy (mu)</source>
        <translation>补充减占用水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Drawn less occupied, quantity (mu)</source>
        <translation>补充减占用耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Drawn, capacity (kg)</source>
        <translation>补充粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Drawn, paddy (mu)</source>
        <translation>补充水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Drawn, quantity (mu)</source>
        <translation>补充耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>Draws of project {project} do not add up; nothing was matched.</source>
        <translation>项目{project}的核销数合计不符，未作挂钩。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Duplicate vertices</source>
        <translation>重复节点</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>Each footprint counts the ground; the total counts it once.</source>
        <translation>各地块各自计入，总计只计一次。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Each parcel keeps its registered area; the ground between them is cut for the first.</source>
        <translation>各图斑仍按登记面积计；重叠处的图形归前一图斑。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Earlier land survey (DLTB)</source>
        <translation>上年地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Earlier survey</source>
        <translation>上年图斑</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Ecological redline</source>
        <translation>生态保护红线</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Effect</source>
        <translation>处理</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Effective date</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <location filename="../core/occupation/model.py"/>
        <source>Ellipsoidal areas need the Gauss-Kruger zone of the survey.</source>
        <translation>算椭球面积要知道图斑所在的高斯—克吕格分带。</translation>
    </message>
    <message>
        <location filename="../core/quota/book_ends.py"/>
        <source>End of the book</source>
        <translation>账簿末端</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>End of the period</source>
        <translation>截止日</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Ends within {tolerance} m of another road are joined without cost: {count} gaps.</source>
        <translation>端点距另一条道路{tolerance}米以内的视为相接，不计用时：共{count}处。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Entered on</source>
        <translation>入库日期</translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>Entities that are no polylines were not read: {list}.</source>
        <translation>不是多段线的图元未读：{list}。</translation>
    </message>
    <message>
        <location filename="../core/checking/finding.py"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>Estimated by the rule of {year}; only what the province confirms by a document counts.</source>
        <translation>按{year}年规则测算，以省文件核定数为准。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Excluded</source>
        <translation>排除</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Excluded land</source>
        <translation>禁止补划范围</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Exempt</source>
        <translation>不需整改</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Exempt ground with documents</source>
        <translation>不计入地块图层（带文号）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Exemption</source>
        <translation>不计入情形</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Extent (m)</source>
        <translation>范围边长（米）</translation>
    </message>
    <message>
        <location filename="../core/quota/task_rows.py"/>
        <source>FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}.</source>
        <translation>字段对应写的是 {field}={asked}，但图层“{layer}”没有字段 {asked}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}. Similar: {near}.</source>
        <translation>字段对应写的是 {field}={asked}，但图层“{layer}”没有字段 {asked}。相近的有：{near}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: {field} is given twice, as {first} and as {second}.</source>
        <translation>字段对应：{field} 写了两次，分别对应 {first} 和 {second}。</translation>
    </message>
    <message>
        <location filename="../core/quota/task_rows.py"/>
        <source>FIELD_MAP: “{part}” begins with no field the job knows. Known: {known}.</source>
        <translation>字段对应：“{part}”等号左边不是可识别的字段。可用：{known}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: “{part}” is not of the form FIELD=name (as in DLBM=地类编码;QSXZ=权属).</source>
        <translation>字段对应：“{part}”写法不对，应为“标准字段=图层字段”，如 DLBM=地类编码;QSXZ=权属。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: “{part}” names no layer of the job before the dot; known are {known}.</source>
        <translation>字段对应：“{part}”点号前不是本次的图层；可用：{known}。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Farmland</source>
        <translation>耕地（含按规则计的可调整地类）</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Farmland grade</source>
        <translation>耕地等别</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Farmland grade layer</source>
        <translation>耕地等别图层</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Farmland grade out of range</source>
        <translation>耕地等别无效</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Farmland without a grade</source>
        <translation>缺质量等别的耕地</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Feature code of another layer</source>
        <translation>要素代码不是地类图斑</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Feature id</source>
        <translation>要素号</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Feature id of the base</source>
        <translation>驻点要素编号</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_writing.py"/>
        <source>Feature {feature} has no plot number; in a table of points every plot needs its own.</source>
        <translation>要素{feature}没有地块编号；界址点坐标表中每个地块都要有自己的编号。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>Feature {feature} has no shape; draw it, or leave it out of the selection.</source>
        <translation>要素{feature}没有图形；请补绘，或不要选中它。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/row_parts.py"/>
        <source>Feature {feature} of layer {layer} is not a polygon.</source>
        <translation>图层“{layer}”的要素 {feature} 不是面。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>Feature {feature}, field {field}: the encoding {encoding} has no character “{sign}”; change the text.</source>
        <translation>要素{feature}，字段{field}：编码{encoding}里没有“{sign}”这个字，请改文字。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>Feature {feature}, field {field}: “{text}” holds the separator of the file; change the text.</source>
        <translation>要素{feature}，字段{field}：“{text}”含有文件的分隔符，请改文字。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>Feature {feature}, written with {decimals} decimals: {reason}, near north {north}, east {east}.</source>
        <translation>要素{feature}按{decimals}位小数写出时：{reason}，位置在 X {north}，Y {east} 附近。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>Feature {feature}: a part of it has no area at {decimals} decimals; remove that part.</source>
        <translation>要素{feature}：有一部分按{decimals}位小数取整后没有面积，请删去该部分。</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_writing.py"/>
        <source>Features {first} and {feature} have the same plot number {number}; in a table of points every plot needs its own.</source>
        <translation>要素{first}和{feature}的地块编号都是{number}；界址点坐标表中每个地块都要有自己的编号。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Fee from</source>
        <translation>可征闲置费日期</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Fewest changes first is worked out for {units} units and {teams} teams at most; take a price for each change.</source>
        <translation>“先求调整最少”只适用于不超过{units}个单元、{teams}个小组，请改用每次调整计代价。</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Field missing</source>
        <translation>缺少字段</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Field ridge (m²)</source>
        <translation>田坎面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/service/network/speeds.py"/>
        <source>Field {field} of layer {layer} has the value “{value}”, which is none of the words for one-way and two-way roads; add it to one of the three lists.</source>
        <translation>图层{layer}的字段{field}有取值“{value}”，不在单向、双向的取值之列；请把它加进三个取值表之一。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/row_parts.py"/>
        <source>Field {field} of layer {layer} holds numbers instead of text; leading zeros may be lost.</source>
        <translation>图层“{layer}”的字段 {field} 存的是数值而不是文本，编码前面的 0 可能已丢失。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/row_parts.py"/>
        <source>Field {field} of layer {layer}: {count} values are no numbers (the first: {value}).</source>
        <translation>图层“{layer}”的字段 {field} 有 {count} 个值不是数字（第一个：{value}）。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Field {field}: grade layer first, then survey, then layer of prime farmland.</source>
        <translation>字段{field}：先取耕地质量图层，再取地类图斑，再取永久基本农田图层。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/tables.py"/>
        <source>Figures are rounded once and together; the rate follows from exact areas.</source>
        <translation>各数统一取舍一次，行列相加与合计一致；比例按未取舍的面积计算。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/check_survey.py"/>
        <source>File {file} can't hold both the findings and their ground; choose another one.</source>
        <translation>文件{file}不能同时存放问题图层和范围图层；请另选一个。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>File {file} can't hold both {first} and {second}; choose another one.</source>
        <translation>文件{file}不能同时存放{first}和{second}，请另选一个。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>File {file} decides by BSM, but layer {layer} has no field BSM.</source>
        <translation>文件{file}按标识码审定，但图层{layer}没有字段BSM。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/sink_targets.py"/>
        <source>File {file} holds {count} layers ({layer} …) that would be lost; save to a layer of that GeoPackage, or choose another name.</source>
        <translation>文件 {file} 中有 {count} 个图层（{layer} 等）会被覆盖丢失；请选择保存为该 GeoPackage 中的图层，或换一个文件名。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/sink_targets.py"/>
        <source>File {file} is an input of this run and can't be its output; choose another name.</source>
        <translation>文件 {file} 是本次运算的输入，不能作为输出，请换一个文件名。</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is empty.</source>
        <translation>文件 {file} 是空的。</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is no text: it holds zero bytes.</source>
        <translation>文件 {file} 不是文本：内含空字节。</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is no text: {reason}.</source>
        <translation>文件 {file} 不是文本：{reason}。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>File {file} of layer {layer} is cut off ({actual} of {stated} bytes); copy it again from its origin.</source>
        <translation>图层“{layer}”的文件 {file} 不完整（应有 {stated} 字节，实有 {actual} 字节），请从原处重新拷贝。</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file}, line {line}: the characters are neither UTF-8 nor GBK.</source>
        <translation>文件 {file} 第{line}行：文字编码既不是UTF-8也不是GBK。</translation>
    </message>
    <message>
        <location filename="../core/importing/opening.py"/>
        <source>File {file}: no sheet has headings that are known; name the sheet and its columns.</source>
        <translation>文件{file}：各工作表都没有认得的表头，请指定工作表和列对应。</translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>File {file}: no sheet has the headings of the table {table}.</source>
        <translation>文件 {file}：没有哪张工作表的表头与“{table}”相符。</translation>
    </message>
    <message>
        <location filename="../core/importing/opening.py"/>
        <source>File {file}: several sheets could be meant ({sheets}); choose one.</source>
        <translation>文件{file}：有好几张表都像（{sheets}），请选定一张。</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Finding</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>First-level class</source>
        <translation>一级类</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>First-level class code</source>
        <translation>一级类编码</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>Flying land within its own unit</source>
        <translation>飞入地的权属与坐落为同一村</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Flying-land mark unknown</source>
        <translation>飞入地标识无效</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>Folder {folder} holds no .txt, .csv, .xlsx or .dxf file.</source>
        <translation>文件夹 {folder} 里没有.txt、.csv、.xlsx或.dxf文件。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Footprint name</source>
        <translation>地块名称</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Footprint number</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/audit.py"/>
        <source>Footprint {number} takes no permanent basic farmland that counts in its project.</source>
        <translation>占用地块{number}没有应计入本项目的永久基本农田。</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Footprints</source>
        <translation>用地红线</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Footprints measured whole, less their pieces; cut corners are new corners.</source>
        <translation>整块量算面积减各碎块量算面积之和；由切割产生的新拐点引起。</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Former land survey</source>
        <translation>往年地类图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>From the reserve zone (m²)</source>
        <translation>来自储备区（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/tables.py"/>
        <source>From {first} on the in–out balance is part of 占补平衡 (one account); this sheet is for information.</source>
        <translation>自{first}年度起，进出平衡并入占补平衡统一核算，本表仅供参考。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Frozen before, capacity (kg)</source>
        <translation>此前冻结粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Frozen before, paddy (mu)</source>
        <translation>此前冻结水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Frozen before, quantity (mu)</source>
        <translation>此前冻结耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Full-width digits or commas were read as half-width (lines {lines}).</source>
        <translation>全角数字、逗号已按半角读（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Gap</source>
        <translation>缝隙</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Gap of {metres} m to road {other} bridged at {x}, {y}.</source>
        <translation>与道路{other}相距{metres}米的断头已接通，位置{x}，{y}。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Gap to the bound</source>
        <translation>与下界的差距</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Gaps between parcels</source>
        <translation>图斑间缝隙</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Gini coefficient of workload</source>
        <translation>工作量基尼系数</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Give a layer of teams, or say how many bases are to be chosen.</source>
        <translation>请给出小组图层，或填写要选几个驻点。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/class_summary.py"/>
        <source>Give a workbook or a result table to write.</source>
        <translation>请至少指定一个输出：Excel表或结果表。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Give the changed patches or the update-process layer, not both: the land would count twice.</source>
        <translation>变化图斑和更新过程图层只能给一个，否则同一地块会重复计算。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Give the changed patches, the update-process layer, or both surveys: the earlier and the later one.</source>
        <translation>请给出变化图斑、更新过程图层，或上年和本年两期调查。</translation>
    </message>
    <message>
        <location filename="../core/quota/founding.py"/>
        <source>Give the holders of the ledger: at least one code and name.</source>
        <translation>请给出台账的持有单位：至少一个代码和名称。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Give the update-process layer, or both surveys: the earlier and the later one.</source>
        <translation>请选择更新过程图层，或同时选择上年、本年两个地类图斑图层。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Grade after</source>
        <translation>变更后耕地等别</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Grade before</source>
        <translation>变更前耕地等别</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Grade by the prudent rule</source>
        <translation>等别按从严规则取定</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Grade missing</source>
        <translation>缺等别</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Grade of farmland</source>
        <translation>等别</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Grade of farmland without one</source>
        <translation>缺等别耕地按等别</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Grade system</source>
        <translation>等别体系</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Grade system and yields</source>
        <translation>等别体系和产能标准</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Grades between two (mu)</source>
        <translation>两等之间面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Grain capacity (kg)</source>
        <translation>粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Group of classes</source>
        <translation>类组</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Group or holder</source>
        <translation>组/权利人</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>H5: sum over sources = total obtained</source>
        <translation>H5：各来源之和＝获得指标合计</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>H5: total obtained = issued by the upper level</source>
        <translation>H5：获得指标合计＝上级下达</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>Header: the encoding {encoding} has no character “{sign}”; change the text.</source>
        <translation>文件头：编码{encoding}里没有“{sign}”这个字，请改文字。</translation>
    </message>
    <message>
        <location filename="../core/exchange/file_header.py"/>
        <source>Header: the file has no key {key}; its keys are {known}. A new one needs its block, as in 项目信息.{key}=….</source>
        <translation>文件头：文件没有“{key}”这一项；现有：{known}。新增项要写明所在块，如 项目信息.{key}=…。</translation>
    </message>
    <message>
        <location filename="../core/exchange/file_header.py"/>
        <source>Header: “{part}” is not of the form key=value (as in 数据产生单位=某局).</source>
        <translation>文件头：“{part}”不是“项=值”的写法（如 数据产生单位=某局）。</translation>
    </message>
    <message>
        <location filename="../core/checking/finding.py"/>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Hints</source>
        <translation>提示数</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Holder</source>
        <translation>持有单位</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>Holders</source>
        <translation>持有单位</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Holes</source>
        <translation>内环（孔洞）</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>Holes cut the shape in two at {x}, {y}.</source>
        <translation>内环在 {x}, {y} 处把图形分成了两块。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Holes smaller than {limit} m²: {count}; the smallest has {measure} m².</source>
        <translation>小于 {limit} 平方米的内环有 {count} 个，最小的 {measure} 平方米。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Holes: {count}; the smallest has {measure} m².</source>
        <translation>内环（孔洞）有 {count} 个，最小的 {measure} 平方米。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>How indicators are drawn</source>
        <translation>指标取用方式</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Identifier occurs twice</source>
        <translation>标识码重复</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Identifier of another form</source>
        <translation>标识码格式不对</translation>
    </message>
    <message>
        <location filename="../core/store/verify_report.py"/>
        <source>Identity of the ledger</source>
        <translation>台账标识</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Idle since</source>
        <translation>闲置起算日</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Idle-land fee (10,000 yuan)</source>
        <translation>闲置费（万元）</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Idle-land state</source>
        <translation>认定结果</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>In approved land</source>
        <translation>在已批范围内</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>In ecological redline</source>
        <translation>占生态保护红线</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>In permanent basic farmland</source>
        <translation>占永久基本农田</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>In the reserve zone</source>
        <translation>在储备区内</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>In urban growth boundary</source>
        <translation>城镇开发边界内</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>In words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/tables.py"/>
        <source>Inflow counts where it is stable cultivated land; areas are net of field ridges; balanced by county where inflow is not less than outflow in area and in capacity.</source>
        <translation>流入只计可长期稳定利用耕地；面积不含田坎；以县为单位，流入的面积和产能均不少于流出的为平衡。</translation>
    </message>
    <message>
        <location filename="../dialogs/background_calls.py"/>
        <source>Internal error ({kind}: {reason}). Nothing was written; please report it.</source>
        <translation>内部错误（{kind}：{reason}）。未写入任何内容，请反馈。</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>It can't be opened ({reason}).</source>
        <translation>打不开（{reason}）。</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>It can't be told whether this ground is state or collective land.</source>
        <translation>分不清这块地是国有还是集体，请核对权属性质。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/verifying.py"/>
        <source>It counts under another event, or does not undo the voucher it names.</source>
        <translation>该凭证按其他业务计入，或与其所冲销的凭证不一致。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied.py"/>
        <source>It has no date of approval and counts all the same.</source>
        <translation>没有批准日期，仍计入。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>It is struck off and not rectified in full.</source>
        <translation>已填销号日期，但未整改到位。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>It is struck off without evidence.</source>
        <translation>已填销号日期，但没有举证材料。</translation>
    </message>
    <message>
        <location filename="../core/quota/verifying.py"/>
        <source>It was booked into the quarter {quarter} after that was closed.</source>
        <translation>该凭证在{quarter}季度结账后记入该季度。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>It was struck off on {closed}, before its last act of {date}.</source>
        <translation>销号日期{closed}早于最后一次整改日期{date}。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Junctions</source>
        <translation>路口</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>KCMJ is larger than TBMJ; nothing is taken off.</source>
        <translation>扣除面积大于图斑面积，未扣除。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>KCMJ is “{KCMJ}”; TBMJ {TBMJ} × KCXS “{KCXS}” gives {right} m².</source>
        <translation>扣除地类面积（KCMJ）为“{KCMJ}”；图斑面积{TBMJ}×扣除地类系数“{KCXS}”应为{right}平方米。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCMJ {deducted} is not TBMJ {area} × KCXS {coefficient}.</source>
        <translation>扣除面积 {deducted} 不等于图斑面积 {area} × 扣除系数 {coefficient}。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCXS is missing, and no other parcel of GDLX {terrain}, GDPDJB {slope} has one; no field ridge is deducted.</source>
        <translation>缺扣除系数，本图层耕地类型 {terrain}、坡度级别 {slope} 的图斑也都没有；不扣田坎。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCXS is missing; no field ridge is deducted. The most frequent value of GDLX {terrain}, GDPDJB {slope} in this layer is {coefficient} (rule learn_ridge_coefficient).</source>
        <translation>缺田坎系数（KCXS），未扣除田坎。本图层中耕地类型（GDLX）{terrain}、坡度级别（GDPDJB）{slope}的常用系数为{coefficient}（参数 learn_ridge_coefficient）。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCXS is missing; {coefficient} is used, the most frequent value of GDLX {terrain}, GDPDJB {slope} in this layer.</source>
        <translation>缺扣除系数，采用本图层耕地类型 {terrain}、坡度级别 {slope} 最常用的值 {coefficient}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>KCXS is {KCXS}, but the deduction class KCDLBM is empty.</source>
        <translation>扣除地类系数（KCXS）为{KCXS}，扣除地类编码（KCDLBM）却为空。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>KCXS is {KCXS}; most parcels of terrain {GDLX} and slope level {GDPDJB} have {usual}.</source>
        <translation>扣除地类系数（KCXS）为{KCXS}；耕地类型{GDLX}、坡度{GDPDJB}级的多数图斑为{usual}。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCXS {coefficient} is not between 0 and 1; nothing is deducted by it.</source>
        <translation>扣除系数 {coefficient} 不在0到1之间，不按它扣除。</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Key</source>
        <translation>问题编号</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Kind of block</source>
        <translation>地块类别</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Kind of flow</source>
        <translation>变化类型代码</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Kind of flow (name)</source>
        <translation>变化类型</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Kind of lot</source>
        <translation>占补平衡类型</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Land class</source>
        <translation>地类名称</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Land class code</source>
        <translation>地类编码</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Land survey</source>
        <translation>地类图斑</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Largest workload by the mean</source>
        <translation>最大工作量与平均之比</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Later land survey (DLTB)</source>
        <translation>本年地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Later survey</source>
        <translation>本年图斑</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Layer corners this near to a red-line corner take its place; 0 is off.</source>
        <translation>图层拐点距红线拐点在此距离内的靠齐到红线拐点；0 为不靠齐。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Layer lines this near to a survey corner take its place; 0 is off.</source>
        <translation>图层界线距图斑拐点在此距离内的与其靠齐；0为不靠齐。</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Layer of neighbours</source>
        <translation>相邻权属（图斑）图层</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Layer of roads and rivers</source>
        <translation>道路河流线图层</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Layer that excludes ground</source>
        <translation>扣除图层</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_layer.py"/>
        <source>Layer {layer} can only be read: save it as a GeoPackage and open that one.</source>
        <translation>图层 {layer} 只读，不能写入核实结果：请另存为GeoPackage后打开。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} can't be brought to {crs}: some of its coordinates lie outside that system.</source>
        <translation>图层“{layer}”无法转换到 {crs}：部分坐标超出该坐标系的范围。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/feature_copy.py"/>
        <source>Layer {layer} changed during the run; run it again.</source>
        <translation>图层 {layer} 在运行中被改动，请重新运行。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/changes.py"/>
        <source>Layer {layer} does not tell the slope of new farmland ({field}): give the later survey, too, so that it can be said what is stable.</source>
        <translation>图层{layer}没有新增耕地的坡度级（{field}）：请同时给出本年调查，以便判定是否为稳定耕地。</translation>
    </message>
    <message>
        <location filename="../core/service/network/speeds.py"/>
        <source>Layer {layer} has a road with {speed} km/h; no speed is above {most}.</source>
        <translation>图层{layer}有道路的速度为{speed}公里/小时；速度不能超过{most}。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/fields.py"/>
        <source>Layer {layer} has grades of the field {other}; the run uses {own}. Choose one grade system for all.</source>
        <translation>图层{layer}的等别在字段{other}，本次核算用{own}。请统一等别体系，两种体系不能混用。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/package.py"/>
        <source>Layer {layer} has neither BGQZLDWDM nor BGHZLDWDM: it does not tell where the changes are.</source>
        <translation>图层{layer}没有字段BGQZLDWDM和BGHZLDWDM，无从得知变化图斑的坐落。</translation>
    </message>
    <message>
        <location filename="../core/checking/job.py"/>
        <source>Layer {layer} has neither XZQDM (行政区代码) nor ZLDWDM (坐落单位代码); say which field is meant in FIELD_MAP, as in DISTRICTS.XZQDM=…</source>
        <translation>图层{layer}既无XZQDM（行政区代码）又无ZLDWDM（坐落单位代码）；请在字段对应中注明，如DISTRICTS.XZQDM=…</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>Layer {layer} has no class codes at all.</source>
        <translation>图层{layer}没有任何地类编码。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no coordinate reference system; set it first.</source>
        <translation>图层“{layer}”没有坐标系，请先设置坐标系。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/job.py"/>
        <source>Layer {layer} has no cultivated land.</source>
        <translation>图层{layer}中没有耕地。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no features.</source>
        <translation>图层“{layer}”没有要素。</translation>
    </message>
    <message>
        <location filename="../core/summary/regions.py"/>
        <source>Layer {layer} has no field XZQDM or ZLDWDM: its districts have no codes.</source>
        <translation>图层{layer}没有字段XZQDM或ZLDWDM，行政区没有代码。</translation>
    </message>
    <message>
        <location filename="../core/exchange/export.py"/>
        <source>Layer {layer} has no field for {fields}; these stay empty.</source>
        <translation>图层{layer}没有对应{fields}的字段，这些项留空。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/crosswalk_classes.py"/>
        <source>Layer {layer} has no field of class codes by any usual name; choose the field.</source>
        <translation>图层{layer}没有常用名称的地类编码字段，请选择字段。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/service_reading.py"/>
        <source>Layer {layer} has no field of unit codes (DYDM); say which it is in FIELD_MAP.</source>
        <translation>图层{layer}没有单元代码字段（DYDM），请在字段对应中指明。</translation>
    </message>
    <message>
        <location filename="../core/quota/task_rows.py"/>
        <source>Layer {layer} has no field {fields}. Choose another layer, or say which field is meant in FIELD_MAP, as in {example}.</source>
        <translation>图层“{layer}”缺少字段 {fields}。请换图层，或在“字段对应”里写明，如 {example}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>Layer {layer} has no field {fields}. Similar: {near}. Say which field is meant in FIELD_MAP, as in {example}.</source>
        <translation>图层“{layer}”缺少字段 {fields}。相近的有：{near}。请在“字段对应”里写明，如 {example}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Layer {layer} has no field {field} that says the project of each block; choose the project field of the blocks.</source>
        <translation>图层{layer}没有说明各地块所属项目的字段{field}，请选择补划地块的项目字段。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no field {field}.</source>
        <translation>图层“{layer}”没有字段 {field}。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/rules.py"/>
        <source>Layer {layer} has no field {field}; nothing can be excluded as {meanings}.</source>
        <translation>图层{layer}没有字段{field}，无法扣除{meanings}。</translation>
    </message>
    <message>
        <location filename="../core/occupation/mending.py"/>
        <source>Layer {layer} has no footprint with an area.</source>
        <translation>图层{layer}里没有一个有面积的地块。</translation>
    </message>
    <message>
        <location filename="../core/service/network/job.py"/>
        <source>Layer {layer} has no road that can be driven.</source>
        <translation>图层{layer}没有可通车的道路。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Layer {layer} has no shapes to measure; take areas from the field.</source>
        <translation>图层{layer}没有图形可量算，请改用字段中的面积。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/shape_reading.py"/>
        <source>Layer {layer} has no shapes.</source>
        <translation>图层{layer}没有图形。</translation>
    </message>
    <message>
        <location filename="../core/service/teams.py"/>
        <source>Layer {layer} has no team of this role and level whose term holds on {day}.</source>
        <translation>图层{layer}中没有该角色、该层级且{day}在聘期内的小组。</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>Layer {layer} has no unit of the level {level} (codes of 9 or 12 digits tell).</source>
        <translation>图层{layer}中没有{level}一级的单元（按9位或12位代码判断）。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Layer {layer} has no {measure} to weigh travel by.</source>
        <translation>图层{layer}没有{measure}，不能按它计路程。</translation>
    </message>
    <message>
        <location filename="../core/adjacency/parties.py"/>
        <source>Layer {layer} has none of the fields {fields}: choose the field that names the neighbours.</source>
        <translation>图层“{layer}”没有{fields}中的任何字段，请选定相邻单位的名称字段。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/place_reading.py"/>
        <source>Layer {layer} holds neither points nor polygons.</source>
        <translation>图层{layer}既不是点也不是面。</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>Layer {layer} holds towns and villages; choose the level, for one lies in the other.</source>
        <translation>图层{layer}中既有乡镇又有村，二者上下相含，请选定层级。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>Layer {layer} is already coded in {other} ({codes}); there is nothing to convert.</source>
        <translation>图层{layer}已经是{other}编码（{codes}），无需转换。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>Layer {layer} is coded in {other} ({codes}), not in {version}; choose another conversion.</source>
        <translation>图层{layer}是{other}编码（{codes}），不是{version}编码，请选择别的转换方向。</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>Layer {layer} is coded in {other} ({codes}), not in {version}; choose the right class table.</source>
        <translation>图层{layer}是{other}编码（{codes}），不是{version}编码，请选择正确的地类代码表。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/classes.py"/>
        <source>Layer {layer} is coded in {other} ({codes}), the comparison is made in {version}: choose the crosswalk for the earlier survey, or convert the codes first.</source>
        <translation>图层 {layer} 用的是{other}（{codes}），而本次按{version}比较：请为上年图斑选定转换对照表，或先转换编码。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer {layer} is in degrees ({crs}): choose the zone to compute in and allow to bring it there.</source>
        <translation>图层 {layer} 是经纬度坐标（{crs}）：请选择计算所用分带，并勾选允许换算到该带。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Layer {layer} is in degrees ({crs}): choose the zone to write in and allow to bring it there.</source>
        <translation>图层{layer}是经纬度坐标（{crs}）：请选择写出所用的带，并允许转换。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/footprint_algorithm.py"/>
        <source>Layer {layer} is in degrees: choose the zone to work in and allow layers to be brought there.</source>
        <translation>图层{layer}是经纬度坐标：请选定计算用的分带，并勾选允许换带。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Layer {layer} is in degrees; boundary points are printed in metres: bring it to its Gauss-Kruger zone first.</source>
        <translation>图层“{layer}”为经纬度坐标；界址点以米为单位打印，请先投影到所在的高斯－克吕格带。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} is in {crs}, layer {survey} in {survey_crs}; bring them into one system, or allow reprojection.</source>
        <translation>图层“{layer}”的坐标系是 {crs}，图层“{survey}”是 {survey_crs}；请先统一坐标系，或勾选允许投影转换。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer {layer} is in {crs}, not in CGCS2000; transform it first.</source>
        <translation>图层 {layer} 的坐标系是 {crs}，不是 CGCS2000；请先做坐标转换。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Layer {layer} is in {crs}, not in {zone}; allow to bring it there, or choose its own zone.</source>
        <translation>图层 {layer} 的坐标系是 {crs}，不是 {zone}；请勾选允许换算到该带，或改选图层自己的带。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/line_reading.py"/>
        <source>Layer {layer} is in {crs}, the run in {plane}; allow reprojection.</source>
        <translation>图层“{layer}”的坐标系是{crs}，本次运行用{plane}，请勾选允许换带。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Layer {layer} is in {crs}, which has another datum than {zone}; transform it first.</source>
        <translation>图层{layer}的坐标系是{crs}，与{zone}的大地基准不同，请先做坐标转换。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} is in {crs}, which is no 3° or 6° zone; bring it to one before it is written.</source>
        <translation>图层{layer}的坐标系{crs}不是3°带或6°带，请先转换到某一带再写出。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} is in {crs}, which is no Gauss-Kruger zone of CGCS2000; the survey's areas can only be computed in one.</source>
        <translation>图层“{layer}”的坐标系是 {crs}，不是 CGCS2000 高斯-克吕格投影带；椭球面积只能在投影带内计算。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/former_findings.py"/>
        <source>Layer {layer} is no result of an earlier check (no field {fields}); choose another one or none.</source>
        <translation>图层{layer}不是上次质检的结果（没有字段{fields}）；请另选或留空。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} is not a polygon layer.</source>
        <translation>图层“{layer}”不是面图层。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Layer {layer} is the red line itself: all of it lies in that layer.</source>
        <translation>图层“{layer}”就是红线图层本身，红线全部压在其中。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Layer {layer} may hold arcs; an arc is written as a row of points.</source>
        <translation>图层{layer}可能含有圆弧；圆弧会写成一串点。</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>Layer {layer} mixes class tables: {mine} belong to {version}, {theirs} to {other}; the same code means another class in the other one, so correct the codes first.</source>
        <translation>图层{layer}混用地类代码表：{mine}属{version}，{theirs}属{other}；同一编码在两版中含义不同，请先改正编码。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/service_reading.py"/>
        <source>Layer {layer} mixes points and polygons.</source>
        <translation>图层{layer}中点和面混在一起。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/sink_targets.py"/>
        <source>Layer {layer} of {file} is an input of this run and can't be its output; choose another name.</source>
        <translation>{file}中的图层{layer}是本次运行的输入，不能作为输出，请另取名称。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} was brought from {crs} to that of layer {survey}, {survey_crs}, its edges cut to {edge} m first.</source>
        <translation>图层“{layer}”已由 {crs} 转换到图层“{survey}”的坐标系 {survey_crs}，转换前边线按 {edge} 米加密。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/line_reading.py"/>
        <source>Layer {layer} was brought from {crs} to {plane}.</source>
        <translation>图层“{layer}”已从{crs}换到{plane}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/export_coordinates.py"/>
        <source>Layer {layer} was brought from {crs} to {zone}, boundary point by boundary point; lengths and areas are those of the new zone.</source>
        <translation>图层{layer}已由{crs}逐个界址点转换到{zone}；边长和面积为新带的数值。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Layer {layer} was given more than once; it counts once.</source>
        <translation>图层“{layer}”选了不止一次，只统计一次。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/shape_reading.py"/>
        <source>Layer {layer}, feature {feature} has coordinates that are no numbers.</source>
        <translation>图层{layer}的要素{feature}有不是数的坐标。</translation>
    </message>
    <message>
        <location filename="../core/service/network/layers.py"/>
        <source>Layer {layer}, feature {feature}: a road has to be a line.</source>
        <translation>图层{layer}的要素{feature}：道路必须是线。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied.py"/>
        <source>Layer {layer}, feature {feature}: it has no batch and no document number.</source>
        <translation>图层{layer}，要素{feature}：既没有批次也没有批准文号。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/event_rows.py"/>
        <source>Layer {layer}, feature {feature}: lot {lot} stands twice in one booking.</source>
        <translation>图层{layer}，要素{feature}：储备项目{lot}在同一笔业务中重复。</translation>
    </message>
    <message>
        <location filename="../core/summary/regions.py"/>
        <source>Layer {layer}, feature {feature}: the control area {area} is no area.</source>
        <translation>图层{layer}要素{feature}：控制面积{area}不是面积。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>Layer {layer}, feature {feature}: the decided code {code} is not in the class table {version}.</source>
        <translation>图层{layer}要素{feature}：审定编码{code}不在地类代码表{version}中。</translation>
    </message>
    <message>
        <location filename="../core/balance/attribute_rows.py"/>
        <source>Layer {layer}, feature {feature}: the field {field} is empty.</source>
        <translation>图层{layer}，要素{feature}：字段{field}为空。</translation>
    </message>
    <message>
        <location filename="../core/occupation/mending.py"/>
        <source>Layer {layer}, feature {feature}: the footprint has no number; fill it in.</source>
        <translation>图层{layer}第{feature}号要素没有地块编号，请先补填。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/sides.py"/>
        <source>Layer {layer}, feature {feature}: the project is empty; fill it in.</source>
        <translation>图层{layer}要素{feature}：项目为空，请填写。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/changes.py"/>
        <source>Layer {layer}, feature {feature}: the year (NF) is missing or none.</source>
        <translation>图层{layer}要素{feature}：年度（NF）缺失或不是年份。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Layer {layer}, feature {feature}: there is no shape to measure.</source>
        <translation>图层{layer}要素{feature}：没有图形可量算。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/grading.py"/>
        <source>Layer {layer}, feature {feature}: {field} is {value}, which is no farmland grade from 1 to {worst}.</source>
        <translation>图层{layer}要素{feature}：{field}为{value}，不是1至{worst}的质量等别。</translation>
    </message>
    <message>
        <location filename="../core/survey/registered.py"/>
        <source>Layer {layer}, feature {feature}: {field} {area} is no area.</source>
        <translation>图层{layer}要素{feature}：{field}的值{area}不是面积。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/job.py"/>
        <source>Layer {layer}, feature {feature}: {field} {grade} is no grade of 1 to {worst}.</source>
        <translation>图层{layer}要素{feature}：{field}的值{grade}不是1至{worst}的等别。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/event_rows.py"/>
        <source>Layer {layer}, feature {feature}: {reason} ({count} more problems.) Nothing was posted.</source>
        <translation>图层{layer}，要素{feature}：{reason}（另有{count}个问题。）未记账。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/event_rows.py"/>
        <source>Layer {layer}, feature {feature}: {reason} Nothing was posted.</source>
        <translation>图层{layer}，要素{feature}：{reason}未记账。</translation>
    </message>
    <message>
        <location filename="../core/service/network/layers.py"/>
        <source>Layer {layer}, feature {feature}: {value} in field {field} is no whole number of people.</source>
        <translation>图层{layer}的要素{feature}：字段{field}中的{value}不是整数人口。</translation>
    </message>
    <message>
        <location filename="../core/summary/regions.py"/>
        <source>Layer {layer}, feature {feature}: “{code}” is no district code.</source>
        <translation>图层{layer}要素{feature}：“{code}”不是行政区代码。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/shape_reading.py"/>
        <source>Layer {layer}, feature {feature}: “{value}” in field {field} is no number.</source>
        <translation>图层{layer}的要素{feature}：字段{field}中的“{value}”不是数。</translation>
    </message>
    <message>
        <location filename="../core/balance/attribute_rows.py"/>
        <source>Layer {layer}, feature {feature}: “{value}” is no valid value of {field}.</source>
        <translation>图层{layer}，要素{feature}：“{value}”不是字段{field}的有效值。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied.py"/>
        <source>Layer {layer}, feature {feature}: “{value}” is not a date.</source>
        <translation>图层{layer}，要素{feature}：“{value}”不是日期。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/patches.py"/>
        <source>Layer {layer}, patch {number}: {grade} is no grade of 1 to {worst}.</source>
        <translation>图层{layer}图斑{number}：{grade}不是1至{worst}的等别。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/patches.py"/>
        <source>Layer {layer}, patch {number}: “{mark}” is no exemption; possible: {known}.</source>
        <translation>图层{layer}图斑{number}：“{mark}”不是不计入的情形；可填：{known}。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/service_reading.py"/>
        <source>Layer {layer}, row {row}: {field} is below nothing.</source>
        <translation>图层{layer}第{row}行：{field}小于0。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/account.py"/>
        <source>Layer {layer}, row {row}: {year} is no year of an account.</source>
        <translation>图层{layer}第{row}行：{year}不是核算年度。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/service_reading.py"/>
        <source>Layer {layer}, row {row}: “{date}” is no date; write it as in 2025-03-31.</source>
        <translation>图层{layer}第{row}行：“{date}”不是日期，请写成2025-03-31的样子。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/place_reading.py"/>
        <source>Layer {layer}, row {row}: “{value}” in field {field} is no number.</source>
        <translation>图层{layer}第{row}行：字段{field}中的“{value}”不是数字。</translation>
    </message>
    <message>
        <location filename="../core/occupation/mending.py"/>
        <source>Layer {layer}: footprint number {number} stands at feature {first} and at feature {second}; every footprint needs a number of its own.</source>
        <translation>图层{layer}：地块编号{number}在第{first}号和第{second}号要素上重复，每个地块要有自己的编号。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied.py"/>
        <source>Layer {layer}: no batch was approved in {year} or later.</source>
        <translation>图层{layer}：没有{year}年及以后批准的批次。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/place_reading.py"/>
        <source>Layer {layer}: row {row} has no shape.</source>
        <translation>图层{layer}第{row}行没有图形。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/place_reading.py"/>
        <source>Layer {layer}: row {row} has several points.</source>
        <translation>图层{layer}第{row}行有多个点。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Layer {layer}: team {team} has no base point.</source>
        <translation>图层{layer}：小组{team}没有驻点。</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>Layer {layer}: the code {code} stands twice, in rows {first} and {second}.</source>
        <translation>图层{layer}：代码{code}重复，见第{first}行和第{second}行。</translation>
    </message>
    <message>
        <location filename="../core/service/teams.py"/>
        <source>Layer {layer}: the team in row {row} has no id.</source>
        <translation>图层{layer}：第{row}行的小组没有编号。</translation>
    </message>
    <message>
        <location filename="../core/service/teams.py"/>
        <source>Layer {layer}: the team {team} stands twice.</source>
        <translation>图层{layer}：小组{team}重复。</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>Layer {layer}: the unit in row {row} has no code.</source>
        <translation>图层{layer}：第{row}行的单元没有代码。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/job.py"/>
        <source>Layer {layer}: {count} cultivated parcels have no slope level (GDPDJB); the first is {feature}.</source>
        <translation>图层{layer}：{count}个耕地图斑没有坡度级（GDPDJB），第一个是要素{feature}。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/classes.py"/>
        <source>Layer {layer}: {count} parcels converted, {how}.</source>
        <translation>图层 {layer}：{count} 个图斑已转换（{how}）。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/classes.py"/>
        <source>Layer {layer}: {count} parcels with the codes {codes} have no certain successor in {version}. Decide them (“Convert class codes” lists them), or allow the defaults of the crosswalk.</source>
        <translation>图层 {layer}：{count} 个图斑的编码（{codes}）在{version}中没有唯一对应，请先审定（“地类编码转换”会逐条列出），或允许采用对照表的默认值。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/patches.py"/>
        <source>Layer {layer}: {count} patches have no grade, the first is {number}; their capacity can't be balanced (rule inout_missing_grade).</source>
        <translation>图层{layer}：{count}个图斑缺等别，第一个是{number}；无法核算产能（规则inout_missing_grade）。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/package.py"/>
        <source>Layer {layer}: {count} pieces have no {field} of their own; their ridge is TBBGMJ × coefficient, rounded.</source>
        <translation>图层 {layer}：{count} 个变更图斑没有自己的 {field}，田坎按 TBBGMJ×扣除系数四舍五入。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>Layer {layer}: {field} {value} occurs {count} times ({others} more such values).</source>
        <translation>图层“{layer}”：{field} {value} 重复 {count} 次（另有 {others} 个值重复）。</translation>
    </message>
    <message>
        <location filename="../core/service/neighbours.py"/>
        <source>Layer {layer}: {first} and {second} lie in one place.</source>
        <translation>图层{layer}：{first}和{second}在同一点上。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>Layer {layer}: {names} could all be the field {field}; say which one is meant in FIELD_MAP, as in {example}.</source>
        <translation>图层“{layer}”：{names} 都可能是字段 {field}，请在“字段对应”里写明用哪个，如 {example}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer {layer}: {reason}</source>
        <translation>图层 {layer}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/service/teams.py"/>
        <source>Layer {layer}: “{word}” is no level of service.</source>
        <translation>图层{layer}：“{word}”不是服务层级。</translation>
    </message>
    <message>
        <location filename="../core/service/teams.py"/>
        <source>Layer {layer}: “{word}” is no role of a team.</source>
        <translation>图层{layer}：“{word}”不是小组的角色。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Layers it lies in</source>
        <translation>压盖图层</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Leading planner</source>
        <translation>牵头规划师</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/report.py"/>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/report.py"/>
        <source>Ledger number</source>
        <translation>台账编号</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Left of the year's quota (mu)</source>
        <translation>结余（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>Left out: {reasons}</source>
        <translation>已跳过：{reasons}</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Lengths</source>
        <translation>长度</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Lengths are those in the plane of projection.</source>
        <translation>长度按投影平面计。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Level farmland without deduction class</source>
        <translation>1级坡度耕地扣除地类编码为空</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>Level of the region</source>
        <translation>行政区域级别</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>Line {first} is in zone {one}, line {second} in zone {other}; one file holds one zone.</source>
        <translation>第{first}行在{one}带，第{second}行在{other}带；一个文件只能用一个带。</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>Line {line} can't be read as a table row (a cell of more than {limit} signs).</source>
        <translation>第{line}行不能按表格读（有单元格超过{limit}个字符）。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Linear feature without width</source>
        <translation>线状地物缺宽度</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Lines that are neither key, plot nor point were left out (lines {lines}).</source>
        <translation>既不是属性、地块行，也不是点行的内容已跳过（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Location</source>
        <translation>座落</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/rows.py"/>
        <source>Location code</source>
        <translation>坐落单位代码</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>Location code of no district</source>
        <translation>坐落单位代码不在行政区内</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Location code without village</source>
        <translation>坐落单位代码未到行政村</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Location name</source>
        <translation>坐落单位名称</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>Lot {lot} gave more than it has; nothing was matched.</source>
        <translation>储备项目{lot}核销数超过剩余，未作挂钩。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/table.py"/>
        <source>Lot {lot} has a balance below nothing. Verify the ledger.</source>
        <translation>储备项目{lot}的余额为负，请核验台账。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>Lot {lot} has grades of the system {one}, the projects of {other}; they can't be mixed.</source>
        <translation>储备项目{lot}用的是{one}等别体系，建设项目用的是{other}，不得混用。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>Lot {lot} has less than nothing left: {quantity} mu, {paddy} mu paddy, {capacity} kg.</source>
        <translation>储备项目{lot}剩余为负：数量{quantity}亩，水田{paddy}亩，产能{capacity}公斤。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot} has no grade.</source>
        <translation>储备项目{lot}没有等别。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot} is held by {owner}, not by {holder}; transfer it first.</source>
        <translation>储备项目{lot}由{owner}持有，不属于{holder}；请先办理调剂。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot} is in the reserve already.</source>
        <translation>储备项目{lot}已经入库。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot} is not accepted yet and may not be linked.</source>
        <translation>储备项目{lot}尚未验收，不得挂钩。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot} is not accepted yet: it may be linked as a promise only.</source>
        <translation>储备项目{lot}尚未验收，只能以承诺方式挂钩。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot} was valid until {valid_to}.</source>
        <translation>储备项目{lot}的有效期至{valid_to}，已过期。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/closing.py"/>
        <source>Lot {lot}, {state}: at the end of {year} the balance is below nothing ({left}): something was booked before the entry it takes. Reverse that voucher and book it later, then close the year.</source>
        <translation>储备项目{lot}，{state}：{year}年末余额为负（{left}）：有凭证的记账日期早于所用指标的入库日期。请冲销该凭证并按较晚日期重新记账，再办理年度结账。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/verifying.py"/>
        <source>Lot {lot}, {state}: the balance falls below nothing: {left}.</source>
        <translation>储备项目{lot}，{state}：余额为负：{left}。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot}, {state}: there are {has} kg of capacity, {asked} kg are asked for.</source>
        <translation>储备项目{lot}，{state}：粮食产能现有{has}公斤，需要{asked}公斤。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot}, {state}: there are {has} mu of farmland, {asked} mu are asked for.</source>
        <translation>储备项目{lot}，{state}：耕地数量现有{has}亩，需要{asked}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot}, {state}: there are {has} mu of paddy, {asked} mu are asked for.</source>
        <translation>储备项目{lot}，{state}：水田规模现有{has}亩，需要{asked}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot}: an amount is negative ({amount}).</source>
        <translation>储备项目{lot}：指标为负数（{amount}）。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot}: more is drawn than there was; {left} would remain.</source>
        <translation>储备项目{lot}：已使用超过原有，剩余将为{left}。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot}: only what is frozen for project {project} may be drawn.</source>
        <translation>储备项目{lot}：只能核销已为项目{project}冻结的指标。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/table_rows.py"/>
        <source>Lot {lot}: original − used − frozen is not what remains.</source>
        <translation>储备项目{lot}：原有－已使用－冻结不等于剩余。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot}: the amounts are missing.</source>
        <translation>储备项目{lot}：缺少指标数量。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Lot {lot}: the grade {grade} is none of 1 to {worst}.</source>
        <translation>储备项目{lot}：等别{grade}不在1至{worst}等之内。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Lots have to be in force on it, where a project has no date of its own.</source>
        <translation>建设项目没有自己的生效日期时，储备项目须在此日有效。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Lower bound</source>
        <translation>下界</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Major class</source>
        <translation>三大类</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Mandatory field empty</source>
        <translation>必填字段为空</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Match list of outflow spots and inflow patches</source>
        <translation>流出流入图斑挂钩清单</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/changes.py"/>
        <source>Match list {layer}, line {line}: {field} is empty.</source>
        <translation>挂钩清单{layer}第{line}行：{field}为空。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/matching.py"/>
        <source>Match list, line {line}: inflow patch {patch} already makes up for spot {first} (line {before}); it can't be used for {second}, too.</source>
        <translation>挂钩清单第{line}行：流入图斑{patch}已用于流出图斑{first}（第{before}行），不能再用于{second}。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/matching.py"/>
        <source>Match list, line {line}: there is no inflow patch {number}.</source>
        <translation>挂钩清单第{line}行：没有流入图斑{number}。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/matching.py"/>
        <source>Match list, line {line}: there is no outflow spot {number}.</source>
        <translation>挂钩清单第{line}行：没有流出图斑{number}。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>May be recovered</source>
        <translation>已可收回</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Mean width (m)</source>
        <translation>平均宽度（米）</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Measure</source>
        <translation>化解措施</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>Measured after repair by the even-odd rule; the survey stays as it is.</source>
        <translation>按奇偶规则修复后量算；原图层不改动。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Measured area (m²)</source>
        <translation>量算面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Method residue</source>
        <translation>量算方法残差</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Misplaced ring</source>
        <translation>环位置错误</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Missing common vertex</source>
        <translation>缺少公共节点</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>More back (+) or less added (−) (mu)</source>
        <translation>多退（+）少补（−）（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>More than 0.0001 m² ends the run.</source>
        <translation>超过0.0001平方米即停止运行。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Motorways and other roads one can't enter anywhere are left out.</source>
        <translation>高速公路等不能随处出入的道路除外。</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Moved by the tolerance</source>
        <translation>靠齐移动量</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Name of the holder</source>
        <translation>持有单位</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Name of the lot</source>
        <translation>储备项目名称</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>Name of the region</source>
        <translation>行政区域名称</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Name of the team</source>
        <translation>小组名称</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Narrow parcel</source>
        <translation>狭长面</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Narrow pieces joined</source>
        <translation>并入邻块的碎面</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Narrower than the tolerance; joined to a neighbour in the same parcel.</source>
        <translation>宽度小于靠齐距离，并入同一图斑内的相邻碎块。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Narrower than the tolerance; joined to a neighbour in the same plot.</source>
        <translation>比容差窄，并入同一地块的相邻碎块。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Narrower than the tolerance; joined to a neighbour in the same red line.</source>
        <translation>窄于容差的碎面，并入同一红线内的相邻切块。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Nearest base</source>
        <translation>就近驻点</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Neighbours</source>
        <translation>相邻关系</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Neighbours named by</source>
        <translation>相邻单位名称取自</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>Neither header nor eastings tell the zone; whoever reads the file must be told that it is {crs}.</source>
        <translation>文件头和横坐标都看不出带号；请告知使用者坐标系为{crs}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>Neither the coordinates nor the header tell the zone; choose the coordinate system in the parameter “Coordinate system of files without zone”.</source>
        <translation>坐标和表头都看不出带号，请在参数“文件没写带号时的坐标系”中选定。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Net cultivated land (mu)</source>
        <translation>耕地净面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Net cultivated land (m²)</source>
        <translation>耕地净面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Net cultivated land after (m²)</source>
        <translation>变更后耕地净面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Net cultivated land before (m²)</source>
        <translation>变更前耕地净面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>New-build blocks</source>
        <translation>建新地块</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>No area</source>
        <translation>图形面积为零</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/bound.py"/>
        <source>No assignment keeps all limits together.</source>
        <translation>没有能同时满足全部限制的方案。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/exact.py"/>
        <source>No assignment keeps limits, pinned units and contiguity together. Raise capacities, widen the balance, unpin units, or do without contiguity.</source>
        <translation>没有能同时满足各项限制、锁定单元和连片的方案。请提高容量、放宽均衡、解锁单元，或不要求连片。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/search.py"/>
        <source>No assignment within all limits was found; the best one exceeds them by {share} % of a team's mean load. Raise capacities, widen the balance, or unpin units.</source>
        <translation>没有找到满足全部限制的方案，最接近的方案仍超出小组平均量的{share}%。请提高容量、放宽均衡或解锁单元。</translation>
    </message>
    <message>
        <location filename="../core/store/opening.py"/>
        <source>No backup of the ledger could be made today: {reason}</source>
        <translation>今天未能备份台账：{reason}</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>No ceiling of advances is on record for {holder} in {quarter}.</source>
        <translation>{holder}在{quarter}没有登记预支额度。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/siting.py"/>
        <source>No choice of bases within their capacities was found.</source>
        <translation>没有找到容量够用的驻点选择。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/search.py"/>
        <source>No contiguous areas were found: units pinned to one team lie apart from one another.</source>
        <translation>没有找到连片的方案：锁定给同一小组的单元彼此不相连。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>No feature of layer {layer} is selected.</source>
        <translation>图层“{layer}”没有选中任何要素。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/audit.py"/>
        <source>No footprint of layer {occupied} lies in permanent basic farmland of layer {prime}, so there is nothing to make up for; check that both belong to the same place.</source>
        <translation>图层{occupied}没有地块位于图层{prime}的永久基本农田内，没有需要补划的面积；请核对两个图层是否属同一地区。</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>No layer says in which system the shape is: give it as second argument, as in {example}.</source>
        <translation>没有图层说明图形的坐标系，请用第二个参数给出，如 {example}。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/grading.py"/>
        <source>No layer says the grade of farmland: give the farmland grade layer, or a survey ({layer}) with the field {field}.</source>
        <translation>没有图层提供耕地质量等别：请给出耕地质量图层，或给出带{field}字段的地类图斑（{layer}）。</translation>
    </message>
    <message>
        <location filename="../core/summary/job.py"/>
        <source>No layer tells the name of {code}; give the districts layer.</source>
        <translation>没有图层给出{code}的名称，请提供行政区图层。</translation>
    </message>
    <message>
        <location filename="../core/service/network/job.py"/>
        <source>No origin of layer {layer} has a road within {distance} m: {names}.</source>
        <translation>图层{layer}的驻点{distance}米内都没有道路：{names}。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>No parcel has the location code of district {code} {name}.</source>
        <translation>没有图斑的坐落单位代码属于行政区{code}{name}。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied.py"/>
        <source>No polygon has a date of approval; all of them count.</source>
        <translation>都没有批准日期，全部计入。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay.py"/>
        <source>No red line touches this layer.</source>
        <translation>没有一条红线压到该图层。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>No shape</source>
        <translation>没有图形</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>No supplied parcel lies in approved land.</source>
        <translation>没有一宗供地落在已批范围内。</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>No table of boundary points: no row names columns for X and Y (点号, X, Y).</source>
        <translation>不是界址点表：没有一行写明X、Y列（点号、X、Y）。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/problem.py"/>
        <source>No team can reach {count} units: {units}.</source>
        <translation>有{count}个单元没有小组能到达：{units}。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Noise rule</source>
        <translation>碎面规则</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>None of the codes of layer {layer} ({codes}) belongs to {version}; choose the right class table.</source>
        <translation>图层{layer}的编码（{codes}）没有一个属于{version}，请选择正确的地类代码表。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>North and east of layer {layer} are swapped: its coordinates ({x}, {y}) begin with the northing.</source>
        <translation>图层“{layer}”的南北与东西坐标颠倒：坐标（{x}, {y}）的第一个数是北坐标。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>North and east stand the wrong way round; told by their size and swapped (lines {lines}).</source>
        <translation>X（北）与Y（东）写反，已按数值大小换正（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Not accepted yet</source>
        <translation>未验收</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Not cleared (mu)</source>
        <translation>未核销面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Not more than rule prime_ignored_m2 a block; they count for nothing.</source>
        <translation>每个地块不超过规则prime_ignored_m2，不计入补划面积。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Not rectified</source>
        <translation>未整改</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Not started {months} months after the agreed start.</source>
        <translation>超过约定动工日期满{months}个月未动工。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Nothing is deducted (KCXS is 0 or empty), but the deduction class is {KCDLBM}.</source>
        <translation>未扣田坎（KCXS为0或空），扣除地类编码却为{KCDLBM}。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/changes.py"/>
        <source>Nothing tells the year of the account: fill in the year, or a field NF of the changes.</source>
        <translation>无从得知核算年度：请填写年度，或在变化图斑中加年度字段NF。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Number of layers</source>
        <translation>图层数</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>Number of parcels</source>
        <translation>图斑数</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Number of units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Objective</source>
        <translation>目标值</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Obtained (mu)</source>
        <translation>获得指标（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Occupied land and supplement alike; both areas stand in T08.</source>
        <translation>占用和补划口径一致；两种面积都列在T08中。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Occupied or supplement</source>
        <translation>占用或补划</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Occupied, capacity (kg)</source>
        <translation>占用粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Occupied, paddy (mu)</source>
        <translation>占用水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Occupied, quantity (mu)</source>
        <translation>占用耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Occupying footprints</source>
        <translation>占用地块</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Of another county</source>
        <translation>外县</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Of which adjustable classes (mu)</source>
        <translation>其中可调整地类（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Of which built on without approval (mu)</source>
        <translation>其中未批先建（亩）</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>Only cultivated land has field ridges, but KCXS is {coefficient} and KCMJ is {deducted}; nothing is deducted.</source>
        <translation>只有耕地扣田坎，但扣除系数为 {coefficient}、扣除面积为 {deducted}；不扣除。</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>Only one of the two coordinates is given.</source>
        <translation>X、Y只填了一个。</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>Only polygons have an area.</source>
        <translation>只有面才有面积。</translation>
    </message>
    <message>
        <location filename="../core/quota/closing.py"/>
        <source>Only the city can reopen a quarter.</source>
        <translation>只有市级可以反结账。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Only the ground of the change package; what did not change is not in this table.</source>
        <translation>本表只含变更增量包涉及的图斑，未变更的不在表内。</translation>
    </message>
    <message>
        <location filename="../core/quota/closing.py"/>
        <source>Only the last closed quarter of {book} can be reopened: {last}.</source>
        <translation>{book}只能对最后一个已结季度反结账：{last}。</translation>
    </message>
    <message>
        <location filename="../core/store/book_copying.py"/>
        <source>Only who sees all books of the ledger {ledger} can copy it.</source>
        <translation>只有能查看台账{ledger}全部账簿的用户才能复制该台账。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Original, capacity (kg)</source>
        <translation>原有粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Original, paddy (mu)</source>
        <translation>原有水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Original, quantity (mu)</source>
        <translation>原有耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Other control layer</source>
        <translation>其他控制图层</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Other control layers</source>
        <translation>其他控制图层</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Other feature id</source>
        <translation>另一要素号</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Other parcel identifier</source>
        <translation>另一图斑标识码</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Outflow (mu)</source>
        <translation>流出面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Outflow or inflow</source>
        <translation>流出或流入</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Outflow spots</source>
        <translation>耕地流出图斑</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Outside the districts</source>
        <translation>超出行政区范围</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Overdrawn</source>
        <translation>超用</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Overdue: not cleared after more than {quarters} quarters.</source>
        <translation>逾期：预支后超过{quarters}个季度仍未核销。</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Overlaps</source>
        <translation>重叠</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Overlaps of parcels that are alike in both surveys change no flow; only others are listed.</source>
        <translation>两年图形一致的图斑之间的重叠不影响流向，只列其余的重叠。</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Ownership</source>
        <translation>权属依据</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Ownership nature</source>
        <translation>权属性质</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Ownership nature unknown</source>
        <translation>权属性质无效</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Ownership unit</source>
        <translation>权属单位</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Ownership unit code</source>
        <translation>权属单位代码</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>PINNED: lot {lot} has not as much left as project {project} shall draw.</source>
        <translation>指定挂钩：储备项目{lot}的剩余不够项目{project}指定的数额。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>PINNED: project {project} may not draw from lot {lot} ({reason}).</source>
        <translation>指定挂钩：项目{project}不能用储备项目{lot}（{reason}）。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Parcel after (BSM)</source>
        <translation>变更后图斑标识码</translation>
    </message>
    <message>
        <location filename="../core/checking/areas.py"/>
        <source>Parcel area differs from the measured area (m²)</source>
        <translation>图斑面积与椭球面积不符（平方米）</translation>
    </message>
    <message>
        <location filename="../core/checking/areas.py"/>
        <source>Parcel area differs from the measured area (‰)</source>
        <translation>图斑面积与椭球面积不符（‰）</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Parcel area is not ridge plus class area</source>
        <translation>图斑面积不等于扣除面积加地类面积</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Parcel area missing or not positive</source>
        <translation>图斑面积为空或不大于0</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>Parcel areas are not ridges plus class areas</source>
        <translation>行政区图斑面积与两项之和不符</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Parcel before (BSM)</source>
        <translation>变更前图斑标识码</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Parcel identifier</source>
        <translation>图斑标识码</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>Parcel lies in another district</source>
        <translation>图斑位置与坐落单位不符</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Parcel number (BSM)</source>
        <translation>图斑标识码</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Parcel number occurs twice in a village</source>
        <translation>同村图斑编号重复</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Parcel number on the map</source>
        <translation>图斑编号</translation>
    </message>
    <message>
        <location filename="../core/checking/areas.py"/>
        <source>Parcel of no area</source>
        <translation>图斑图形面积为零</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Parcel {number}: it has no area.</source>
        <translation>宗地{number}：没有面积。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Parcel {number}: it stopped before it was started.</source>
        <translation>宗地{number}：停工日期早于动工日期。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Parcel {number}: it stopped or was finished, and no start is recorded.</source>
        <translation>宗地{number}：填了停工或竣工日期，却没有动工日期。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Parcel {number}: it was finished before it was started.</source>
        <translation>宗地{number}：竣工日期早于动工日期。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Parcel {number}: more is developed ({developed} ha) than was supplied ({area} ha).</source>
        <translation>宗地{number}：开发面积{developed}公顷大于供地面积{area}公顷。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Parcel {number}: more is invested than the total investment.</source>
        <translation>宗地{number}：已投资额大于总投资额。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Parcel {number}: the agreed start is before the contract.</source>
        <translation>宗地{number}：约定动工日期早于合同签订日期。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>Parcels do not add up to the district</source>
        <translation>图斑面积之和与行政区调查面积不符</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Parcels over one another</source>
        <translation>图斑重叠</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Part number</source>
        <translation>碎块号</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/rows.py"/>
        <source>Part of a parcel</source>
        <translation>图斑的一部分</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Part of the footprint lies outside the survey.</source>
        <translation>地块有一部分在图斑范围之外。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Parts of a parcel add up to its registered area (TBMJ) and ridge (KCMJ).</source>
        <translation>同一图斑各部分之和等于登记的图斑面积（TBMJ）和扣除面积（KCMJ）。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Parts smaller than {limit} m²: {count}; the smallest has {measure} m².</source>
        <translation>小于 {limit} 平方米的部件有 {count} 个，最小的 {measure} 平方米。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Patch number</source>
        <translation>变化图斑号</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Patches</source>
        <translation>变化图斑块数</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Pending approval (mu)</source>
        <translation>在途（亩）</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>People of the villages reached</source>
        <translation>可达村庄人口</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Permanent basic farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>Permanent basic farmland may not be settled by {way}.</source>
        <translation>流出永久基本农田的，不得以“{way}”方式整改。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Piece number</source>
        <translation>碎块号</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Pieces</source>
        <translation>占用图斑</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Pieces are rounded once, by the largest remainder; all sums are sums of pieces.</source>
        <translation>只对碎块取位一次，按尾数大小分配；各级合计均由碎块相加。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Pieces of a batch are adjusted to the area of its approval documents.</source>
        <translation>各批次的碎块平差到批准文件面积。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Pinned</source>
        <translation>指定挂钩</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Pinned units</source>
        <translation>锁定单元</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Place in the balance</source>
        <translation>是否计入</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Plane area lost by cutting</source>
        <translation>切割的平面面积误差</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Planned completion</source>
        <translation>计划完成时间</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Planned use</source>
        <translation>规划用途</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Planting attribute on a class without one</source>
        <translation>不该有种植属性的地类填了种植属性</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Planting attribute unknown</source>
        <translation>种植属性代码无效</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Planting attribute: code and name differ</source>
        <translation>种植属性代码与名称不一致</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Planting code after (ZZSXDM)</source>
        <translation>变更后种植属性代码（ZZSXDM）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Planting code before (ZZSXDM)</source>
        <translation>变更前种植属性代码（ZZSXDM）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Plot number</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>Plot number {number} stands {count} times ({places}).</source>
        <translation>地块编号 {number} 重复，共{count}处（{places}）。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>Plot {plot}: farmland of parcel {parcel} has no grade ({field}). Give a grade layer, fill the field, or say a grade for farmland without one.</source>
        <translation>地块{plot}：图斑{parcel}的耕地没有等别（{field}）。请加等别图层、补填字段，或填写缺等别耕地按几等算。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>Plot {plot}: farmland of parcel {parcel} has the grade {grade}, which is none of 1 to {worst}.</source>
        <translation>地块{plot}：图斑{parcel}的耕地等别为{grade}，不在1至{worst}等之内。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>Plot {plot}: the stated area is {stated} {unit}, the border encloses {area} {unit} (difference {difference} m²).</source>
        <translation>地块“{plot}”：所写面积{stated}{unit}，图形面积{area}{unit}，相差{difference}平方米。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>Plot {plot}: {reason} near north {north}, east {east}.</source>
        <translation>地块“{plot}”：{reason}，在X（北）{north}、Y（东）{east} 附近。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>Plot {plot}: {reason}.</source>
        <translation>地块“{plot}”：{reason}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Point {label} closes the ring but lies {gap} m from its first point on line {first}; both were kept.</source>
        <translation>{label} 点是闭合点，却与第{first}行的起点相差{gap}米，两点都已保留。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Points printed twice in a row were read once (lines {lines}).</source>
        <translation>连续重复的点只读了一次（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>Polylines that are not closed were left out (they begin on lines {lines}).</source>
        <translation>未闭合的多段线已跳过（起于第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Preset</source>
        <translation>用途方案</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Prime farmland taken</source>
        <translation>占永久基本农田</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Printed unit</source>
        <translation>表内单位</translation>
    </message>
    <message>
        <location filename="../core/importing/problem_table.py"/>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Program</source>
        <translation>软件版本</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Project area</source>
        <translation>项目区</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Project area number</source>
        <translation>项目区编号</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>Project area {area} belongs to the book {owner}; surplus goes on from there by transfer.</source>
        <translation>项目区{area}属于账簿{owner}，其节余须从该账簿调出。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/verifying.py"/>
        <source>Project area {area}, {state}: the balance falls below nothing: {left} mu.</source>
        <translation>项目区{area}，{state}：余额为负，{left}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>Project area {area}, {state}: there are {has} mu, {asked} mu are asked for.</source>
        <translation>项目区{area}，{state}：只有{has}亩，要用{asked}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/booked.py"/>
        <source>Project area {area}: the ledger has no holder {county}.</source>
        <translation>项目区{area}：台账中没有持有单位{county}。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/booked.py"/>
        <source>Project area {area}: the number of the acceptance document is missing.</source>
        <translation>项目区{area}：未填验收文号。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Project areas</source>
        <translation>项目区台账</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Project code</source>
        <translation>项目编码</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Project name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Project number</source>
        <translation>项目编号</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Project type</source>
        <translation>项目类型</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/posting.py"/>
        <source>Project {project} draws from lot {lot} of another county: transfer it into the reserve of its county first.</source>
        <translation>项目{project}用的储备项目{lot}属其他县：请先办理调剂，转入本县储备库。</translation>
    </message>
    <message>
        <location filename="../core/quota/events.py"/>
        <source>Project {project} has no advance to clear.</source>
        <translation>项目{project}没有可核销的预支。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/audit.py"/>
        <source>Project {project} has supplement blocks, but no footprint.</source>
        <translation>项目{project}有补划地块，没有占用地块。</translation>
    </message>
    <message>
        <location filename="../core/quota/events.py"/>
        <source>Project {project} has {has} mu of advances to repay, {asked} mu are asked for.</source>
        <translation>项目{project}未归还的预支为{has}亩，申请归还{asked}亩。</translation>
    </message>
    <message>
        <location filename="../core/quota/events.py"/>
        <source>Project {project} has {has} mu that are {state}, {asked} mu are asked for.</source>
        <translation>项目{project}{state}的指标为{has}亩，申请{asked}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Project {project} is in {owner}; lots of {holder} must be transferred there first.</source>
        <translation>项目{project}属于{owner}；{holder}的储备项目须先调剂过去。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>Project {project} needs less than nothing.</source>
        <translation>项目{project}的占用为负数。</translation>
    </message>
    <message>
        <location filename="../core/quota/events.py"/>
        <source>Project {project} uses advanced quota; clear the advance before you write it off.</source>
        <translation>项目{project}使用的是预支指标，请先办预支核销再办核销。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/table_rows.py"/>
        <source>Project {project}: areas by grade make {sum} mu, the quantity is {quantity} mu.</source>
        <translation>项目{project}：各等别面积合计{sum}亩，耕地数量为{quantity}亩，不一致。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>Project {project}: its plots say different things in the field of {what}: {values}.</source>
        <translation>项目{project}：各地块的{what}不一致：{values}。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/table_rows.py"/>
        <source>Project {project}: neither a capacity nor a grade is given.</source>
        <translation>项目{project}：产能和等别都没有填。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/table_rows.py"/>
        <source>Project {project}: preset {preset} parts paddy from dry land; give the capacity.</source>
        <translation>项目{project}：产能表{preset}分水田、旱地，请直接填产能。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Project {project}: the confirmation number is missing.</source>
        <translation>项目{project}：缺少确认单号。</translation>
    </message>
    <message>
        <location filename="../core/quota/events.py"/>
        <source>Project {project}: {owed} mu are advanced, but it holds {held} mu of them.</source>
        <translation>项目{project}：预支余额{owed}亩，但项目名下的预支指标为{held}亩，两者不符。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>Project {project}: “{value}” is no date; write it as in 2025-03-31.</source>
        <translation>项目{project}：“{value}”不是日期，请写成2025-03-31。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>Project {project}: “{value}” is no project type; write 分批次 or 单独选址.</source>
        <translation>项目{project}：“{value}”不是项目类型，请写分批次或单独选址。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>Projects have grades of two systems; they can't be mixed.</source>
        <translation>建设项目用了两种等别体系，不得混用。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Promised, capacity (kg)</source>
        <translation>承诺粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Promised, paddy (mu)</source>
        <translation>承诺水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Promised, quantity (mu)</source>
        <translation>承诺耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/adapters/ledgers.py"/>
        <source>QGIS has no PostgreSQL connection called {connection}; make it in the browser, with user name and password in the authentication store.</source>
        <translation>QGIS中没有名为“{connection}”的PostgreSQL连接，请在浏览器面板中新建，用户名和密码存入QGIS认证库。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/report.py"/>
        <source>Quarter filed</source>
        <translation>备案季度</translation>
    </message>
    <message>
        <location filename="../core/quota/ledger.py"/>
        <source>Quarters are closed and reopened, their register can't be written.</source>
        <translation>季度只能通过结账、反结账办理，不能直接写入季度登记簿。</translation>
    </message>
    <message>
        <location filename="../core/quota/quarters.py"/>
        <source>Quarters close in their order: {expected} of {book} is next.</source>
        <translation>须按季度顺序结账：{book}下一个应结季度为{expected}。</translation>
    </message>
    <message>
        <location filename="../core/quota/clearing.py"/>
        <source>Quarters not cleared</source>
        <translation>未核销季度数</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>Quota of {source} can't become quota of {to_source}.</source>
        <translation>{source}的指标不能转为{to_source}的指标。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>Quota of {source} is locked to a project; name the project.</source>
        <translation>{source}的指标锁定到项目，请填写项目。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>Quota of {source} is locked to its project: for {project} there are {has} mu, {asked} mu are asked for.</source>
        <translation>{source}的指标只能用于指定项目：项目{project}有{has}亩，申请{asked}亩。</translation>
    </message>
    <message>
        <location filename="../core/quota/events.py"/>
        <source>Quota of {year} can't be carried over to {to_year}.</source>
        <translation>{year}年度的指标不能结转到{to_year}年度。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Quota year</source>
        <translation>指标年度</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>Quota year {year}: {advanced} mu are advanced, more than {percent} % of the {obtained} mu obtained.</source>
        <translation>{year}指标年度：预支余额{advanced}亩，超过获得指标{obtained}亩的{percent}%。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Reason</source>
        <translation>核实理由</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Reason (code)</source>
        <translation>原因代码</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/rows.py"/>
        <source>Reason that decides</source>
        <translation>首要原因</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Reason why unsupplied</source>
        <translation>未供原因</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Reasons (codes)</source>
        <translation>原因代码（全部）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Reasons that refuse</source>
        <translation>不予补划原因数</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Recipient</source>
        <translation>受让人</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Reclaimed as cultivated land (mu)</source>
        <translation>其中复垦为耕地（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>Reclaimed land has the average grade {gained}, taken land {lost}.</source>
        <translation>复垦耕地平均等别{gained}，占用耕地平均等别{lost}，质量降低。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Recoverable mark on a class without one</source>
        <translation>不该有恢复属性的地类填了恢复属性</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Recovery from</source>
        <translation>可收回日期</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Rectified (mu)</source>
        <translation>整改合计（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Rectified in full</source>
        <translation>已整改</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Rectified in part</source>
        <translation>部分整改</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Rectified share (%)</source>
        <translation>整改处置比例（%）</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Red line {number} lies in this layer with {area} m², which rounds to 0.</source>
        <translation>红线 {number} 压该图层 {area} 平方米，取位后为 0。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Red lines</source>
        <translation>用地红线</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>Red lines are never moved.</source>
        <translation>红线从不移动。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Refined farmland without a crop</source>
        <translation>细化耕地的种植属性不符</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Refinement code after (TBXHDM)</source>
        <translation>变更后图斑细化代码（TBXHDM）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Refinement code before (TBXHDM)</source>
        <translation>变更前图斑细化代码（TBXHDM）</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Refinement code on another class</source>
        <translation>图斑细化代码与地类不符</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Refinement code unknown</source>
        <translation>图斑细化代码无效</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Refinement: code and name differ</source>
        <translation>图斑细化代码与名称不一致</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Regime</source>
        <translation>适用口径</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Regime for all projects</source>
        <translation>全部项目统一口径</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_report.py"/>
        <source>Register of approvals</source>
        <translation>用地报批台账</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_report.py"/>
        <source>Register of approved-unsupplied plots</source>
        <translation>批而未供台账</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_report.py"/>
        <source>Register of disposal tasks</source>
        <translation>处置任务</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_report.py"/>
        <source>Register of former figures</source>
        <translation>往年数</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_report.py"/>
        <source>Register of supply</source>
        <translation>土地供应台账</translation>
    </message>
    <message>
        <location filename="../core/ledger/registers.py"/>
        <source>Register {register}, field {field}: “{value}” is not valid.</source>
        <translation>登记簿{register}，栏目“{field}”：“{value}”无效。</translation>
    </message>
    <message>
        <location filename="../core/ledger/registers.py"/>
        <source>Register {register}: the field {field} must be filled in.</source>
        <translation>登记簿{register}：栏目“{field}”必须填写。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>Registered {registered:.2f} m², measured {measured:.2f} m²: they differ by {part:.2f} ‰.</source>
        <translation>图斑面积{registered:.2f}平方米，量算{measured:.2f}平方米，相差{part:.2f}‰。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Remaining before, capacity (kg)</source>
        <translation>挂钩前剩余粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Remaining before, paddy (mu)</source>
        <translation>挂钩前剩余水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Remaining before, quantity (mu)</source>
        <translation>挂钩前剩余耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Remaining, capacity (kg)</source>
        <translation>剩余粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Remaining, paddy (mu)</source>
        <translation>剩余水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Remaining, quantity (mu)</source>
        <translation>剩余耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/quota/closing.py"/>
        <source>Reopening a quarter needs a reason.</source>
        <translation>反结账须写明原因。</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Reported because</source>
        <translation>上报地类依据</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Reported class code</source>
        <translation>上报地类编码</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Reserve</source>
        <translation>储备库</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Reserve lot</source>
        <translation>储备项目</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Reserve lots</source>
        <translation>储备项目</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Reserve zone of prime farmland</source>
        <translation>永久基本农田储备区</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Restored (mu)</source>
        <translation>整改恢复（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>Restored land has the class “{code}” after; it must be cultivated land.</source>
        <translation>整改恢复后的地类为“{code}”，应为耕地。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Ridge area is not area times coefficient</source>
        <translation>扣除地类面积不等于面积乘系数</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Ridge coefficient on level ground</source>
        <translation>1级坡度耕地扣了田坎</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Ridge coefficient out of range</source>
        <translation>扣除地类系数超出范围</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Ridge coefficient unlike the others</source>
        <translation>扣除地类系数与多数图斑不同</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Ridge coefficient with too many decimals</source>
        <translation>扣除地类系数小数位过多</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Ridge or slope fields on other land</source>
        <translation>非耕地填了田坎或坡度字段</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Ridge without deduction class</source>
        <translation>扣了田坎而扣除地类编码为空</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>Ring {ring} lies outside the first ring; it was read as a further part.</source>
        <translation>第{ring}圈在第1圈之外，已作为另一块读。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Rings without closing point were closed with their first point (lines {lines}).</source>
        <translation>没写闭合点的圈已用起点闭合（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Road network</source>
        <translation>路网</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Roads end to the metre where the time runs out; gaps between roads are not filled. Villages count by their own time, not by lying in the circle.</source>
        <translation>道路在时间用尽处截断，精确到米；道路之间的空当不填补。村庄按自身到达时间计，不按是否落在圈内计。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Roads reached (km)</source>
        <translation>可达道路（公里）</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Role of service</source>
        <translation>服务角色</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/tables.py"/>
        <source>Rounded once in the cells of the villages, by the largest remainder; all sums are sums of cells.</source>
        <translation>只在村级单元格取整一次（按尾数大小分配），各级合计都是单元格之和。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/tables.py"/>
        <source>Rounded once in the cells, by the largest remainder; all sums are sums of cells ({count} moved).</source>
        <translation>仅格内数按尾数大小取舍一次，各级合计均为格内数之和（调整{count}格）。</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Rounded once, by the largest remainder, to the border of the plot.</source>
        <translation>按最大余数法平差到地块界线总长，只取位一次。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Rounds and cuts of contiguity</source>
        <translation>求解轮数、连片约束数</translation>
    </message>
    <message>
        <location filename="../core/importing/problem_table.py"/>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_condition.py"/>
        <source>Row security of the table {name} is switched off.</source>
        <translation>表{name}的行级权限被关闭。</translation>
    </message>
    <message>
        <location filename="../core/quota/problems.py"/>
        <source>Row {row}: {reason} ({count} more problems.) Nothing was posted.</source>
        <translation>第{row}行：{reason}（另有{count}个问题。）全部未记账。</translation>
    </message>
    <message>
        <location filename="../core/quota/problems.py"/>
        <source>Row {row}: {reason} Nothing was posted.</source>
        <translation>第{row}行：{reason}未记账。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Rows</source>
        <translation>汇总层级</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Rows of the same feature were read as rings of one plot (lines {lines}).</source>
        <translation>同一序号的几行已作为一个地块的几圈读（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Rows without the closing @ were read as plot rows (lines {lines}).</source>
        <translation>行尾缺@，已按地块行读（第{lines}行）。</translation>
    </message>
    <message>
        <location filename="../core/importing/problem_table.py"/>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Rule of stability</source>
        <translation>稳定耕地规则</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/rows.py"/>
        <source>Rule that decides</source>
        <translation>首要规则</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Rural road too wide</source>
        <translation>农村道路超宽</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_condition.py"/>
        <source>SQLite finds the file damaged: {reason}.</source>
        <translation>SQLite检查发现文件损坏：{reason}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Say one event by parameters or several by a table, not both.</source>
        <translation>用参数记一笔或用表记多笔，二者选一。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/line_reading.py"/>
        <source>Say which field of layer {layer} names the roads and rivers.</source>
        <translation>请选定图层“{layer}”中道路河流的名称字段。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Scenario</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>Second-level class</source>
        <translation>二级类</translation>
    </message>
    <message>
        <location filename="../core/summary/result_rows.py"/>
        <source>Second-level class code</source>
        <translation>二级类编码</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Self-intersection</source>
        <translation>自相交</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Service unit</source>
        <translation>服务单元</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Service units</source>
        <translation>服务单元</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Settled by the in–out balance (mu)</source>
        <translation>落实进出平衡（亩）</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Settlement code 204 or 205 on another class</source>
        <translation>204、205用于其他地类</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Settlement code of separate industry on another class</source>
        <translation>独立工业属性码用于其他地类</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Settlement code unknown</source>
        <translation>城镇村属性码无效</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Settlement code with suffix on a class without one</source>
        <translation>城镇村属性码不应带A</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Several parts</source>
        <translation>多部件</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>Shapes repaired</source>
        <translation>修复图形个数</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Sharp angle</source>
        <translation>尖锐角</translation>
    </message>
    <message>
        <location filename="../core/importing/problem_table.py"/>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>Sheet {page} of {pages}; {count} findings in all.</source>
        <translation>第{page}张，共{pages}张；问题共{count}条。</translation>
    </message>
    <message>
        <location filename="../core/importing/rows.py"/>
        <source>Sheet {sheet} has a column {heading}: a journal with a line for each account, as a ledger exports it, can't be imported; copy the ledger instead.</source>
        <translation>工作表{sheet}有“{heading}”列：这是台账导出的逐科目流水账，不能再导入，请用复制台账。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/fields.py"/>
        <source>Sheet {sheet}, row {row} of the list: the column {column} is missing or not valid.</source>
        <translation>工作表“{sheet}”第{row}条：{column}列未填或填写有误。</translation>
    </message>
    <message>
        <location filename="../core/importing/rows.py"/>
        <source>Sheet {sheet}: no column is known for {fields}; say which it is.</source>
        <translation>工作表{sheet}：没认出{fields}列，请指定。</translation>
    </message>
    <message>
        <location filename="../core/importing/opening.py"/>
        <source>Sheet {sheet}: no row of headings was found (at least three known columns).</source>
        <translation>工作表{sheet}：没找到表头行（至少要认出三列）。</translation>
    </message>
    <message>
        <location filename="../core/importing/rows.py"/>
        <source>Sheet {sheet}: no unit of area is written above the table; choose one.</source>
        <translation>工作表{sheet}：表上没写面积单位，请选定。</translation>
    </message>
    <message>
        <location filename="../core/importing/rows.py"/>
        <source>Sheet {sheet}: no unit of capacity (公斤, 万公斤) is written above the table; choose one.</source>
        <translation>工作表{sheet}：未写明产能单位（公斤、万公斤），请选择。</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>Sheet “{sheet}” has no columns for X and Y and was left out.</source>
        <translation>工作表“{sheet}”没有X、Y列，已跳过。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Short, capacity (kg)</source>
        <translation>缺粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Short, paddy (mu)</source>
        <translation>缺水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/layer.py"/>
        <source>Short, quantity (mu)</source>
        <translation>缺耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Shortest driving time from the base, with {speed} km/h between place and road; rounded once to 0.01 min, a time on the limit of a band is within it.</source>
        <translation>用时为从驻点出发的最短行车时间，地点与道路之间按{speed}公里/小时计；用时只取舍一次，到0.01分钟，正好等于圈限的算在圈内。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Shown as</source>
        <translation>图上类别</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Sliver</source>
        <translation>狭窄碎面</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Slivers</source>
        <translation>碎块</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Slivers and moved borders</source>
        <translation>碎屑和界线微移</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Slope level</source>
        <translation>坡度级</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Slope level after</source>
        <translation>变更后坡度级别</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Slope level before</source>
        <translation>变更前坡度级别</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Slope level unknown</source>
        <translation>坡度级别无效</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Slope level {GDPDJB} has no field ridges, but KCXS is {KCXS}.</source>
        <translation>坡度{GDPDJB}级不扣田坎，扣除地类系数（KCXS）却为{KCXS}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Slope level {GDPDJB} has no terrain type, but GDLX is {GDLX}.</source>
        <translation>坡度{GDPDJB}级不填耕地类型，GDLX却为{GDLX}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Slope level {GDPDJB} needs the terrain type GDLX (TT or PD); it is empty.</source>
        <translation>坡度{GDPDJB}级耕地须填耕地类型（TT或PD），GDLX为空。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Slope level {GDPDJB}: the deduction class KCDLBM is empty.</source>
        <translation>坡度{GDPDJB}级：扣除地类编码（KCDLBM）为空。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Slope levels</source>
        <translation>坡度级（全部）</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Sloping farmland of slope level {GDPDJB} has no ridge coefficient KCXS.</source>
        <translation>坡度{GDPDJB}级坡地没有扣除地类系数（KCXS）。</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Sloping farmland over 25°</source>
        <translation>25°以上坡耕地</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Sloping farmland without ridge coefficient</source>
        <translation>坡地缺扣除地类系数</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Sloping farmland without terrain type</source>
        <translation>坡度2级以上耕地缺耕地类型</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Small hole</source>
        <translation>过小内环</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Small part</source>
        <translation>多部件碎面</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Smallest unit</source>
        <translation>最小取位</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Source of the area</source>
        <translation>面积出处</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Spike</source>
        <translation>狂刺</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Spikes (narrow tips below {limit}°): {count}; the sharpest has {measure}°.</source>
        <translation>狂刺（夹角小于 {limit}°且尖端窄）有 {count} 处，最尖的 {measure}°。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Spot number</source>
        <translation>图斑编号</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/keeping.py"/>
        <source>Spot {spot}: an act that the ledger shall keep needs a number or a day.</source>
        <translation>图斑{spot}：记入台账的整改措施须有编号或日期。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/keeping.py"/>
        <source>Spot {spot}: the act {number} is given twice; number the acts.</source>
        <translation>图斑{spot}：整改措施{number}重复，请给各条措施编号。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/keeping.py"/>
        <source>Spot {spot}: two acts of one day and way ({way}, {day}) are given; number the acts.</source>
        <translation>图斑{spot}：同一天同一方式的整改措施（{way}，{day}）有两条，请给措施编号。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/report.py"/>
        <source>Spreadsheet</source>
        <translation>台账表格</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>Stable cultivated land</source>
        <translation>稳定耕地</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/account.py"/>
        <source>Stable land needs both surveys, that of the begin and that of the end of the year.</source>
        <translation>测算稳定耕地净增加须同时给出年初和年末两期调查。</translation>
    </message>
    <message>
        <location filename="../core/checking/layer.py"/>
        <source>State</source>
        <translation>处理状态</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>State of rectification</source>
        <translation>整改状态</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>State of the day</source>
        <translation>认定日期</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>State of the lot</source>
        <translation>储备项目状态</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>State of the project area</source>
        <translation>项目区状态</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>State on {date}; whether the government is the cause is not part of this list.</source>
        <translation>截至{date}；是否属政府原因造成，不在本表认定。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Still to be rectified (mu)</source>
        <translation>未整改面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Stopped for {months} months, {why}, {also}.</source>
        <translation>中止开发满{months}个月，{why}，{also}。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>Stopped for {months} months, {why}.</source>
        <translation>中止开发满{months}个月，{why}。</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Straight outward from the border; the first feature met is the neighbour.</source>
        <translation>从界线垂直向外看，先遇到的即为相邻。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Struck off</source>
        <translation>已销号</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Struck off on</source>
        <translation>销号日期</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Supplement blocks</source>
        <translation>补划地块</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Supplied land</source>
        <translation>已供范围</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/idle_land.py"/>
        <source>Supplied parcels</source>
        <translation>供地宗地</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Supplied share of the plot (%)</source>
        <translation>地块供地率（%）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Surplus left of the project area (mu)</source>
        <translation>项目区剩余节余（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Surplus of the project area (mu)</source>
        <translation>项目区节余指标（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Survey and footprints are never moved.</source>
        <translation>图斑和用地红线从不移动。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>Suspected idle</source>
        <translation>疑似闲置</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>System of grades</source>
        <translation>等别体系</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T01 closing balance = balance of the ledger</source>
        <translation>T01期末余额＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T01 closing balance = balance of the ledger, of which agricultural</source>
        <translation>T01期末余额＝台账余额（其中农用地转用）</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T01 closing balance = balance of the ledger, of which cultivated</source>
        <translation>T01期末余额＝台账余额（其中占用耕地）</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T01 received = turnover of the ledger</source>
        <translation>T01收入合计＝台账收入</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T01 spent = turnover of the ledger</source>
        <translation>T01支出合计＝台账支出</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T01: cultivated ≤ agricultural ≤ area on every line</source>
        <translation>T01：每笔耕地≤农用地≤本次面积</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T01: no balance below nothing</source>
        <translation>流水账：余额不为负</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T02 advances not cleared = balance of the ledger</source>
        <translation>T02预支未核销＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T02 available = balance of the ledger</source>
        <translation>T02可用＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T02 pending = balance of the ledger</source>
        <translation>T02在途＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T02 reserved and allocated = balance of the ledger</source>
        <translation>T02已预留和已配置＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T02 used = balance of the ledger</source>
        <translation>T02已批复使用＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T02: left = available + reserved and allocated − advances not cleared</source>
        <translation>T02：结余＝可用＋已预留和已配置－预支未核销</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T02: left = carried + obtained ± between holders − advanced − pending − used − gone</source>
        <translation>T02：结余＝结转＋获得±调剂－预支未核销－在途－已批复－收回和结转下年</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T02: moved between holders, over the city = 0</source>
        <translation>T02：市级调剂全市合计＝0</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>T03 approved − supplied + plots with slivers only = unsupplied land</source>
        <translation>批而未供台账批准－已供＋只剩碎块的地块＝未供面积</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>T03B approved land of all = sum of the counties</source>
        <translation>任务完成情况批准面积合计＝各县之和</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>T03B base = T03 base of all plots</source>
        <translation>任务完成情况年初面积＝批而未供台账各地块年初基数</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>T03B disposal = T03 disposal of all plots</source>
        <translation>任务完成情况处置面积＝批而未供台账各地块处置面积</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>T04 disposed approved-unsupplied land = T03B</source>
        <translation>增存挂钩处置批而未供面积＝任务完成情况处置小计</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05 drawn = balance of the ledger</source>
        <translation>T05已使用＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05 drawn of the lot = T06L drawn from it</source>
        <translation>T05储备项目已使用＝T06L对该项目的核销</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05 frozen = balance of the ledger</source>
        <translation>T05冻结＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05 frozen of the lot = T06L frozen and promised</source>
        <translation>T05储备项目冻结＝T06L冻结＋承诺挂钩</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05 remaining and free = balance of the ledger</source>
        <translation>T05剩余可用＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05C = T05, added up by county</source>
        <translation>T05C＝T05分县合计</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05C: stock + free of lots not accepted = T05 remaining and free</source>
        <translation>T05C结余可用＋正在实施可用＝T05剩余可用</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05M, months added up = T05Y, use of the year</source>
        <translation>T05M各月合计＝T05Y当年使用</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05Y, stock at the end = T05C</source>
        <translation>T05Y期末结余＝T05C</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T05Y, use added up = T06L drawn by projects</source>
        <translation>T05Y各年使用合计＝T06L建设项目核销</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>T06: draws from the lot = decrease of the lot</source>
        <translation>T06：储备项目核销数＝储备剩余减少数</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>T06: draws of the project = T27 supplied (B)</source>
        <translation>T06：项目核销数＝T27补充耕地（B）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>T06: occupied by the project = T27 occupied (Z)</source>
        <translation>T06：项目占用数＝T27占用耕地（Z）</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T06B = T06L, added up by project</source>
        <translation>T06B＝T06L分项目合计</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>T06S: left = free in the ledger − draws that were not booked</source>
        <translation>T06S：挂钩后剩余＝台账剩余可用－未记账的核销</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T07 = numbers returned</source>
        <translation>占用土地分类面积表＝运行结果数</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T07 = result layer</source>
        <translation>占用土地分类面积表＝结果图层</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/ground.py"/>
        <source>T07 cultivated and adjustable land + shared by projects = T27 occupied + not counted by rule</source>
        <translation>T07耕地和可调整地类＋项目间重叠＝T27占用＋按规则不计入</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>T08 = conclusions of the projects</source>
        <translation>T08＝占用补划结论</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>T08 = numbers returned</source>
        <translation>T08＝返回数值</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>T08 comparison = supplement − occupied</source>
        <translation>T08对比＝补划−占用</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>T08 grade and capacity = pieces in the layer</source>
        <translation>T08等别、产能＝图层分割块</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>T08 row of the block = its pieces in the layer</source>
        <translation>T08地块行＝图层中该地块的分割块</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/tables.py"/>
        <source>T09 = project areas, added up</source>
        <translation>增减挂钩项目台账＝各项目区之和</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/tables.py"/>
        <source>T09 total in hectares = total in mu, rounded</source>
        <translation>增减挂钩项目台账公顷合计＝亩合计折算四舍五入</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T09L available = balance of the ledger</source>
        <translation>T09L可用＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T09L turnover quota not returned = balance of the ledger</source>
        <translation>T09L周转指标未归还＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/checks.py"/>
        <source>T09L used = balance of the ledger</source>
        <translation>T09L已使用＝台账余额</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/tables.py"/>
        <source>T10 rectified = acts, added up</source>
        <translation>耕地流出整改台账各方式面积＝整改措施合计</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/tables.py"/>
        <source>T10S differs from T10 by less than its last digit</source>
        <translation>县级汇总表与图斑台账之差小于末位一个单位</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/tables.py"/>
        <source>T10S total = T10, rounded</source>
        <translation>县级汇总表合计＝图斑台账合计四舍五入</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>T23B parcels of the modes = parcels of the year</source>
        <translation>各供应方式宗数＝当年供应宗数</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>T23B sum of modes = supply of the year</source>
        <translation>各供应方式面积之和＝当年供应面积</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T24 advances not cleared = T02</source>
        <translation>T24期末预支未核销＝T02</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T24 advances: opening + new − cleared = closing</source>
        <translation>T24预支：期初＋新增－核销＝期末</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T24 available = T02</source>
        <translation>T24期末可用＝T02</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T24 available: opening + in − out = closing</source>
        <translation>T24可用：期初＋增加－减少＝期末</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T24 opening = closing of the quarter before</source>
        <translation>T24期初＝上季期末</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T24 pending = T02</source>
        <translation>T24期末在途＝T02</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T24 pending: opening + in − out = closing</source>
        <translation>T24在途：期初＋增加－减少＝期末</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T24 reserved and allocated: opening + in − out = closing</source>
        <translation>T24已预留和已配置：期初＋增加－减少＝期末</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>T25 advances not cleared = T24</source>
        <translation>T25期末预支未核销＝T24</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/ground.py"/>
        <source>T27 occupied (Z) = T06B occupied, as registered</source>
        <translation>T27占用（Z）＝T06B登记的占用</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/ground.py"/>
        <source>T27 supplied (B) = T06B drawn and frozen</source>
        <translation>T27补充（B）＝T06B核销和冻结</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>T27, both forms = T06P</source>
        <translation>T27两张表合计＝T06P</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>T27: H = B − Z</source>
        <translation>T27：H＝B－Z</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>T27: areas by grade = quantity</source>
        <translation>T27：各等别面积合计＝耕地数量</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T28 page = T07 rows of the plot</source>
        <translation>勘测定界表＝占用土地分类面积表（分地块）</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T28 page = pieces of the plot</source>
        <translation>勘测定界表＝碎块之和（分地块）</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T28 pages, added up = numbers returned</source>
        <translation>勘测定界表各页之和＝运行结果数</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T29 = T07</source>
        <translation>红线压盖分析表＝占用土地分类面积表</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>T29 = T29V</source>
        <translation>压盖分析表＝压盖明细表</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>T29 = pieces in the layer</source>
        <translation>压盖分析表＝结果图层切块之和</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>T29 row of the red line = its surveyed area</source>
        <translation>压盖分析表该红线总面积＝红线面积</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>T29 total = numbers returned</source>
        <translation>压盖分析表合计＝输出数值</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>T29 total = pieces in the layer</source>
        <translation>压盖分析表合计＝结果图层切块之和</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>T31 = counties' results</source>
        <translation>核算表＝县级结果表</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>T31 = sum of the patches, rounded once</source>
        <translation>核算表＝图斑之和（取位一次）</translation>
    </message>
    <message>
        <location filename="../core/checking/areas.py"/>
        <source>TBMJ is {registered} m², the shape measures {measured} m²: {difference} m² ({permille} ‰).</source>
        <translation>图斑面积{registered}平方米，图形椭球面积{measured}平方米，相差{difference}平方米（{permille}‰）。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>TBMJ {TBMJ} is not KCMJ “{KCMJ}” plus TBDLMJ {TBDLMJ}.</source>
        <translation>图斑面积{TBMJ}不等于扣除地类面积“{KCMJ}”加图斑地类面积{TBDLMJ}。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>TBMJ {area} is not KCMJ {deducted} + TBDLMJ {net}.</source>
        <translation>图斑面积 {area} 不等于扣除面积 {deducted} + 图斑地类面积 {net}。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>TBMJ; ridges (KCMJ) of cultivated land to 1203</source>
        <translation>图斑面积；耕地的扣除面积（田坎）计入1203</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>TBMJ; ridges stay with cultivated land</source>
        <translation>图斑面积；田坎留在耕地内</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>Table layout {file}, row {row}, column {column}: {reason}.</source>
        <translation>表样 {file} 第 {row} 行“{column}”列：{reason}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/increment_stock.py"/>
        <source>Table of tasks</source>
        <translation>任务表</translation>
    </message>
    <message>
        <location filename="../processing/adapters/service_reading.py"/>
        <source>Table {layer} has neither unit codes (DYDM) nor unit names (DYMC).</source>
        <translation>表{layer}既没有单元代码（DYDM）也没有单元名称（DYMC）。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Table {layer} has no field of travel (CXCB, COST or MINUTES).</source>
        <translation>表{layer}没有路程字段（CXCB、COST或MINUTES）。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/table_rows.py"/>
        <source>Table {layer} has no field {fields}. Choose another table, or say which field is meant in TABLE_FIELDS, as in {example}.</source>
        <translation>表{layer}没有字段{fields}。请换一张表，或在“表的字段对应”里写明，如{example}。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Table {layer}: the travel from {team} to {unit} is below nothing.</source>
        <translation>表{layer}：从{team}到{unit}的路程小于0。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Table {layer}: {unit} is pinned to team {team}, which is not among the teams.</source>
        <translation>表{layer}：{unit}锁定给小组{team}，但小组中没有它。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Table {layer}: {unit} stands there with two teams, {first} and {second}.</source>
        <translation>表{layer}：{unit}对应两个小组，{first}和{second}。</translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>Table {table}: two layers are called {name}.</source>
        <translation>表“{table}”：有两个图层都叫“{name}”。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/report_layers.py"/>
        <source>Tables of layers: “{missing}” is not chosen.</source>
        <translation>由图层出的表：没有选“{missing}”。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Team</source>
        <translation>小组</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Team until now</source>
        <translation>现负责小组</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>Team {team} is given no unit.</source>
        <translation>小组{team}没有分到单元。</translation>
    </message>
    <message>
        <location filename="../core/service/teams.py"/>
        <source>Team {team} is left out: its term ({start} to {end}) does not hold on {day}.</source>
        <translation>小组{team}未列入：{day}不在其聘期内（{start}至{end}）。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Teams of planners</source>
        <translation>规划师小组</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Terraced farmland of slope level {GDPDJB} has no ridge coefficient KCXS.</source>
        <translation>坡度{GDPDJB}级梯田没有扣除地类系数（KCXS）。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Terraced farmland without ridge coefficient</source>
        <translation>梯田缺扣除地类系数</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Terrain type on level ground</source>
        <translation>1级坡度耕地填了耕地类型</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Terrain type unknown</source>
        <translation>耕地类型无效</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Text too long</source>
        <translation>文本超长</translation>
    </message>
    <message>
        <location filename="../core/workbook/engine.py"/>
        <source>The Python package openpyxl is missing; install it (pip install openpyxl) or reinstall the plugin.</source>
        <translation>缺少 Python 包 openpyxl，请安装（pip install openpyxl）或重装本插件。</translation>
    </message>
    <message>
        <location filename="../processing/requirements.py"/>
        <source>The Python package shapely {version} is too old, version 2 or newer is needed. On Windows and macOS install a current QGIS with its own installer; on Linux run: pip install --no-binary shapely "shapely&gt;=2" "numpy&lt;2", then restart QGIS.</source>
        <translation>Python 组件 shapely {version} 版本过旧，需要 2 或以上版本。Windows 和 macOS 请用官方安装包安装较新版本的 QGIS；Linux 请运行：pip install --no-binary shapely "shapely&gt;=2" "numpy&lt;2"，然后重启 QGIS。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>The Python package {package} is missing. On Windows and macOS install a current QGIS with its own installer; on Linux install {package} with the package manager or pip, then restart QGIS.</source>
        <translation>缺少 Python 组件 {package}。Windows 和 macOS 请用官方安装包安装较新版本的 QGIS；Linux 请用软件包管理器或 pip 安装 {package}，然后重启 QGIS。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/ground.py"/>
        <source>The act counts {counted} m², its shape has {area} m².</source>
        <translation>整改措施填报{counted}平方米，图形只有{area}平方米。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>The act of {date} lies before the year of the outflow, {year}.</source>
        <translation>整改日期{date}早于流出年度{year}。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The advances of {holder} would be {outstanding} mu, the ceiling for {quarter} is {ceiling} mu.</source>
        <translation>{holder}的预支余额将达{outstanding}亩，超过{quarter}的预支额度{ceiling}亩。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The amount is missing.</source>
        <translation>没有填写面积。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The amount {amount} mu is negative.</source>
        <translation>面积{amount}亩为负数。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The approval {approval} grants {approved} mu; {used} mu are used, {asked} mu are asked for.</source>
        <translation>批文{approval}批准{approved}亩，已使用{used}亩，又申请使用{asked}亩。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The approval {approval} has been revoked.</source>
        <translation>批文{approval}已撤回。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The approval {approval} has been used for project {project} already.</source>
        <translation>批文{approval}已用于项目{project}，不能重复使用。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>The area of {count} plots will be read in another unit, since the header does not name it (面积单位): {features}.</source>
        <translation>文件头没有写面积单位，{count}个地块的面积会被当作别的单位：{features}。</translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>The area {area} mu is not a whole number of 0.01 m² and can't be written in {unit}.</source>
        <translation>面积 {area} 亩不是 0.01 平方米的整数倍，不能按{unit}写出。</translation>
    </message>
    <message>
        <location filename="../core/area.py"/>
        <source>The area {value} is finer than a millionth of a mu.</source>
        <translation>面积 {value} 取位过细，超出百万分之一亩。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The area {value} m² of {field} has more than two decimals.</source>
        <translation>{field}的面积{value}平方米超过两位小数。</translation>
    </message>
    <message>
        <location filename="../core/summary/job.py"/>
        <source>The areas by class do not sum up to the parcels.</source>
        <translation>分地类面积之和与图斑面积之和不等。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/ledgers.py"/>
        <source>The authentication of the PostgreSQL connection {connection} can't be read: is the master password right, and is the entry still in QGIS's settings?</source>
        <translation>无法读取PostgreSQL连接“{connection}”的认证信息，请核对主密码是否正确、该认证条目是否仍在QGIS设置中。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The balance of {account} is kept as {kept} and its postings sum to {sum}.</source>
        <translation>{account}的余额记为{kept}，而分录合计为{sum}。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>The block {block} belongs to the project area {project}, which is not listed.</source>
        <translation>地块{block}所属项目区{project}不在项目台账中。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/ground.py"/>
        <source>The blocks {block} ({project}) and {other} ({another}) share {area} m².</source>
        <translation>地块{block}（{project}）与{other}（{another}）重叠{area}平方米。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_verify.py"/>
        <source>The book has fewer records than {source}.</source>
        <translation>账簿的登记簿版次少于{source}。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The book has {found} postings and should have {right}.</source>
        <translation>账簿有{found}条分录，应有{right}条。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The book should have {right} records and ends with the record {found}.</source>
        <translation>账簿应有{right}条登记记录，却止于第{found}条。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>The book {book} has no voucher {number}.</source>
        <translation>{book}没有{number}号凭证。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>The book {book} has no vouchers; name the quarter.</source>
        <translation>{book}还没有凭证，请填写季度。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>The book {book} has no vouchers; name the year.</source>
        <translation>账簿{book}没有凭证，请写明年度。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>The booking date {book_date} lies in the future.</source>
        <translation>记账日期{book_date}晚于今天。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The booking date {date} can't be right: look at its year.</source>
        <translation>记账日期{date}有误，请核对年份。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/import_vouchers.py"/>
        <source>The booking date {date} is no date; write it as 2023-05-01.</source>
        <translation>记账日期“{date}”不是日期，请写成2023-05-01。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>The border crosses itself at {x}, {y}.</source>
        <translation>边界在 {x}, {y} 处自相交。</translation>
    </message>
    <message>
        <location filename="../core/checking/areas.py"/>
        <source>The border has arcs; they were cut into straight pieces to be checked and measured.</source>
        <translation>图形含弧段，已打断为直线后检查和量算。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>The border touches itself at {x}, {y}.</source>
        <translation>边界在 {x}, {y} 处自接触。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>The capacity of team {team} is below nothing.</source>
        <translation>小组{team}的容量小于0。</translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The central meridian {meridian}° is not a whole number of arc-seconds.</source>
        <translation>中央子午线 {meridian}° 不是整秒，无法按国土调查规程计算椭球面积。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/patches.py"/>
        <source>The changes of layer {layer} have no shapes, so layer {other} can't be laid over them.</source>
        <translation>图层{layer}的变化图斑没有图形，无法与图层{other}套合。</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>The class code is empty; {count} parcels.</source>
        <translation>地类编码为空，涉及{count}个图斑。</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>The class code {DLBM} is not among the {table}.</source>
        <translation>地类编码{DLBM}不在{table}中。</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>The class code “{written}” has blanks, small or full-width letters.</source>
        <translation>地类编码“{written}”含空格、小写或全角字符。</translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>The class table has no code {code}.</source>
        <translation>地类代码表里没有编码 {code}。</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>The class {DLBM} is called {right}, not {DLMC}.</source>
        <translation>地类{DLBM}的名称应为{right}，现为{DLMC}。</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>The class {DLBM} is of the first level; a parcel needs one of its members.</source>
        <translation>地类{DLBM}是一级类，图斑须填二级类。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/patches.py"/>
        <source>The class {code} fits no kind of resources/codes/inout_kinds.csv.</source>
        <translation>地类{code}在resources/codes/inout_kinds.csv中没有对应的去向或来源。</translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>The closed line on layer {layer} has an arc; turn arcs into points in CAD first.</source>
        <translation>图层 {layer} 上的闭合线带圆弧，请先在CAD中把圆弧改成折线点。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The code “{value}” of {field} is not of 19 digits.</source>
        <translation>{field}的代码“{value}”不是19位数字。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>The coefficient of variation of workload is {cv}, above {most}.</source>
        <translation>工作量变异系数为{cv}，大于{most}。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql.py"/>
        <source>The connection to the ledger {ledger} was lost at the very end: look into the journal whether the vouchers are there before you post them again.</source>
        <translation>台账{ledger}的连接在最后一步中断，请先在流水账中查看凭证是否已入账，再决定是否重新记账。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>The connection to the ledger {ledger} was lost; nothing was posted. Try again in a moment.</source>
        <translation>台账{ledger}的连接已中断，本次未记账，请稍后再试。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The coordinate reference system of layer {layer} contradicts itself: the false easting {false_easting} is that of zone {zone}, the central meridian {meridian}° is not.</source>
        <translation>图层“{layer}”的坐标系自相矛盾：东偏移 {false_easting} 属于 {zone} 带，中央子午线 {meridian}° 却不是。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The coordinate system “{system}” of the header is not known; choose it in the parameter “Coordinate system of files without zone”.</source>
        <translation>表头的坐标系“{system}”不认识，请在参数“文件没写带号时的坐标系”中选定。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The coordinates of layer {layer} ({x}, {y}) are degrees, but its coordinate reference system {crs} counts metres; set the right one.</source>
        <translation>图层“{layer}”的坐标（{x}, {y}）是经纬度，而坐标系 {crs} 以米为单位，请设置正确的坐标系。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The coordinates of layer {layer} ({x}, {y}) are metres, but its coordinate reference system {crs} counts degrees; set the right one.</source>
        <translation>图层“{layer}”的坐标（{x}, {y}）以米为单位，而坐标系 {crs} 是经纬度坐标系，请设置正确的坐标系。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The coordinates of layer {layer} reach from {x}, {y} to {east}, {north}, which is no place in {crs}; a feature of it is damaged.</source>
        <translation>图层{layer}的坐标范围为{x}，{y}至{east}，{north}，不可能位于{crs}，其中有要素已损坏。</translation>
    </message>
    <message>
        <location filename="../core/store/book_copying.py"/>
        <source>The copy is not equal to the ledger {ledger}; nothing was copied.</source>
        <translation>副本与台账{ledger}不一致，本次未复制。</translation>
    </message>
    <message>
        <location filename="../core/store/copying.py"/>
        <source>The copy {file} is not equal to the ledger.</source>
        <translation>副本{file}与台账不一致。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/copy_ledger.py"/>
        <source>The copy {ledger} is not sound; verify the ledger it was made from.</source>
        <translation>副本{ledger}校验不通过，请校验原台账。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The data year is {SJNF}; most parcels have {usual}.</source>
        <translation>数据年份为{SJNF}，多数图斑为{usual}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The data year {SJNF} can't be right.</source>
        <translation>数据年份{SJNF}不合理。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/job.py"/>
        <source>The day {day} lies before the year {year}.</source>
        <translation>截止日{day}早于{year}年度。</translation>
    </message>
    <message>
        <location filename="../dialogs/findings_layer.py"/>
        <source>The decision could not be written into layer {layer}: {reason}</source>
        <translation>核实结果未能写入图层 {layer}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The deduction class is {KCDLBM}, not 1203 (field ridges).</source>
        <translation>扣除地类编码为{KCDLBM}，应为1203（田坎）。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The description mark is {MSSM}; only 00 and 01 are known.</source>
        <translation>描述说明为{MSSM}，只有00、01。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_words.py"/>
        <source>The difficulty “{text}” is not known; it is left blank ({names}).</source>
        <translation>难易程度“{text}”不认识（应为{names}），留空。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>The disk is full: nothing was written into the ledger {file}, make room and try again.</source>
        <translation>磁盘已满，台账{file}未写入任何内容；腾出空间后再试。</translation>
    </message>
    <message>
        <location filename="../core/beside.py"/>
        <source>The disk is full; {file} was not written.</source>
        <translation>磁盘已满，{file} 没有写出。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>The district code {code} occurs {count} times; the last one was compared.</source>
        <translation>行政区代码{code}出现{count}次，按最后一个核对。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>The document is dated {doc_date}, after the booking date {book_date}.</source>
        <translation>文件日期{doc_date}晚于记账日期{book_date}。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>The document says {document} ha, the polygons have {drawn} ha.</source>
        <translation>批准文件面积{document}公顷，图形面积{drawn}公顷，相差超过允许值。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The eastings of layer {layer} ({x}) begin with the zone number {found}, but its coordinate reference system {crs} has none; set the right one.</source>
        <translation>图层“{layer}”的东坐标（{x}）带有带号 {found}，而坐标系 {crs} 不带带号，请设置正确的坐标系。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The eastings of layer {layer} ({x}) begin with {found}, but its coordinate reference system {crs} is that of zone {wanted}; set the right one.</source>
        <translation>图层“{layer}”的东坐标（{x}）带号是 {found}，而坐标系 {crs} 是 {wanted} 带，请设置正确的坐标系。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The eastings of layer {layer} ({x}) carry no zone number, but its coordinate reference system {crs} wants {wanted} in front; set the right one.</source>
        <translation>图层“{layer}”的东坐标（{x}）不带带号，而坐标系 {crs} 要求前面带 {wanted}，请设置正确的坐标系。</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_writing.py"/>
        <source>The encoding {encoding} has no character “{sign}”; change the text.</source>
        <translation>编码{encoding}里没有“{sign}”这个字，请改文字。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The farmland grade {GDDB} is none of 1 to 15.</source>
        <translation>耕地等别{GDDB}不在1至15之间。</translation>
    </message>
    <message>
        <location filename="../core/balance/grades.py"/>
        <source>The farmland grade {grade} is none of 1 to {worst}.</source>
        <translation>耕地等别{grade}不在1至{worst}之间。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The feature code is {YSDM}; parcels have {right}.</source>
        <translation>要素代码为{YSDM}，地类图斑应为{right}。</translation>
    </message>
    <message>
        <location filename="../core/checking/validity.py"/>
        <source>The feature has no shape.</source>
        <translation>要素没有图形。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/former.py"/>
        <source>The figure of the year before is known as printed ({low} mu); the growth lies within {growth} %.</source>
        <translation>上年同期只知印出数（{low}亩之间），同比在{growth}%之间。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The file gives no zone; the chosen {crs} was taken.</source>
        <translation>文件没写带号，已用所选的 {crs}。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_verify.py"/>
        <source>The file is another ledger than {source}.</source>
        <translation>该文件与{source}不是同一本台账。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_condition.py"/>
        <source>The file is no longer marked as a GeoPackage.</source>
        <translation>该文件已不再带有GeoPackage标记。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The file says {crs} itself; the chosen {chosen} was not used for it.</source>
        <translation>文件自身为 {crs}，所选的 {chosen} 没有用于它。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} can't be opened: {reason}.</source>
        <translation>文件 {file} 打不开：{reason}。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} can't be read.</source>
        <translation>文件 {file} 打不开。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} does not exist.</source>
        <translation>文件 {file} 不存在。</translation>
    </message>
    <message>
        <location filename="../core/beside.py"/>
        <source>The file {file} exists already.</source>
        <translation>文件 {file} 已存在。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} has no rows.</source>
        <translation>文件 {file} 没有数据行。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} has no sheet {sheet}; it has {sheets}.</source>
        <translation>文件 {file} 没有工作表“{sheet}”，现有：{sheets}。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/decisions.py"/>
        <source>The file {file} has no sheet {sheet}; take the review workbook, filled in.</source>
        <translation>文件{file}没有工作表{sheet}；请用填好的审定表。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} has no worksheet.</source>
        <translation>文件 {file} 里没有工作表。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} holds XML that no spreadsheet program writes; not read.</source>
        <translation>文件 {file} 含有表格软件不会写的 XML 内容，为安全起见未读取。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} is in the old .xls format; save it as .xlsx.</source>
        <translation>文件 {file} 是旧的 .xls 格式，请另存为 .xlsx。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} is no text file in UTF-8 or GBK; save it as CSV.</source>
        <translation>文件 {file} 不是UTF-8或GBK编码的文本，请另存为CSV。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} is not an Excel workbook (.xlsx).</source>
        <translation>文件 {file} 不是 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <location filename="../core/beside.py"/>
        <source>The file {file} is open in another program (there is {mark}); close it first.</source>
        <translation>文件 {file} 正在别的程序里打开（有 {mark}），请先关闭。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} is protected by a password; save it without one.</source>
        <translation>文件 {file} 有密码，请去掉密码后另存。</translation>
    </message>
    <message>
        <location filename="../core/beside.py"/>
        <source>The file {file} is read-only.</source>
        <translation>文件 {file} 是只读的。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} is saved as Strict Open XML; save it as an ordinary Excel workbook (.xlsx).</source>
        <translation>文件 {file} 存成了“Strict Open XML”格式，请另存为普通 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The file {file} is too large when unpacked.</source>
        <translation>文件 {file} 解压后太大，未读取。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/decisions.py"/>
        <source>The file {file} lacks the columns {columns}.</source>
        <translation>文件 {file} 缺少列：{columns}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/profile.py"/>
        <source>The file {file} lacks the line “{part},{key}”.</source>
        <translation>文件{file}缺少“{part},{key}”这一行。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/report.py"/>
        <source>The filing sheet and the rolling list go by the date of booking.</source>
        <translation>季度备案表、滚动项目清单按记账日期。</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>The first parcel owns the ground; the registered area of the other is reduced.</source>
        <translation>重叠部分归甲图斑，乙图斑的控制面积相应扣减。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>The first ring lies inside ring {ring}; it was read as a hole.</source>
        <translation>第1圈落在第{ring}圈里，已作为洞读。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/tables.py"/>
        <source>The first rule that holds decides; field ridges are no cultivated land.</source>
        <translation>以最先符合的规则为准；田坎不计入耕地。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The flying-land mark is {FRDBS}; only 0, 1 or nothing is meant.</source>
        <translation>飞入地标识为{FRDBS}，只能为0、1或空。</translation>
    </message>
    <message>
        <location filename="../core/beside.py"/>
        <source>The folder of {file} does not exist.</source>
        <translation>{file} 所在的文件夹不存在。</translation>
    </message>
    <message>
        <location filename="../core/store/backups.py"/>
        <source>The folder {folder} for backups can't be made: {reason}.</source>
        <translation>无法建立备份文件夹{folder}：{reason}。</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>The footprint measures {measured:.2f} m², its pieces add up to {pieces:.2f} m²: they differ by {part:.2f} %, {most} % is allowed.</source>
        <translation>红线量算面积{measured:.2f}平方米，各碎块面积合计{pieces:.2f}平方米，相差{part:.2f}%，允许差为{most}%。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>The grade of cultivated land from reclamation is not known for all of it.</source>
        <translation>复垦耕地的等别不全，无法比较质量。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>The grade of cultivated land that building takes is not known for all of it.</source>
        <translation>建新占用耕地的等别不全，无法比较质量。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/patches.py"/>
        <source>The grades of the changes are of the system {theirs}, the yields of {mine}.</source>
        <translation>变化图斑的等别体系为{theirs}，产能标准的等别体系为{mine}，二者不能混用。</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>The ground is counted once in this layer.</source>
        <translation>本图层内重叠部分只计一次。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/former.py"/>
        <source>The growth was printed as {growth} %: {verdict}.</source>
        <translation>印出的同比为{growth}%：{verdict}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The header gives no zone; zone {zone} was taken from the coordinates.</source>
        <translation>表头没写带号，已按坐标取{zone}带。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>The header keeps what the imported file said: {values}.</source>
        <translation>文件头沿用导入文件的内容：{values}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The header says precision {stated}, the coordinates have {count} decimals.</source>
        <translation>表头精度为 {stated}，坐标却是{count}位小数。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The header says zone {printed}, the coordinates say {zone}; the coordinates were believed.</source>
        <translation>表头写{printed}带，坐标却是{zone}带，已以坐标为准。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The header says {degrees}° zones, but zone {zone} is one of {right}°; that was believed.</source>
        <translation>表头写{degrees}度分带，而{zone}带是{right}度分带的带号，已按带号读。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>The header that {count} plots brought along was cut off; its last key was left out: {features}.</source>
        <translation>{count}个地块带来的文件头被截断，最后一项未写：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The header's zone {zone} can only be a central meridian and was read as one.</source>
        <translation>表头的带号 {zone} 只能是中央子午线，已按中央子午线读。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/event_rows.py"/>
        <source>The holder is missing: say whose reserve it is.</source>
        <translation>缺少持有单位：请填哪个单位的储备。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The holder that receives the quota is missing.</source>
        <translation>没有填写调入单位。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The identifier {BSM} is not of 18 digits.</source>
        <translation>标识码{BSM}不是18位数字。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The identifier {value} occurs {count} times.</source>
        <translation>标识码{value}出现{count}次。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/kinds.py"/>
        <source>The in–out balance is kept in the classes of the third land survey, not in {version}; convert the classes first.</source>
        <translation>进出平衡按第三次国土调查地类核算，不能用{version}；请先转换地类。</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>The layer counts the ground once, each of its attribute values counts its own.</source>
        <translation>图层合计只计一次，各属性值分别计算。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The layer has no field {field}; what it should hold was not checked.</source>
        <translation>图层没有字段{field}，相关内容未检查。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/sinks.py"/>
        <source>The layer {file} can't be written: {reason}</source>
        <translation>结果图层 {file} 写入失败：{reason}</translation>
    </message>
    <message>
        <location filename="../processing/adapters/sinks.py"/>
        <source>The layer {file} can't be written; is the disk full?</source>
        <translation>结果图层 {file} 写入失败，磁盘是否已满？</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The layout does not say which coordinate is first; it was read as the easting.</source>
        <translation>该版式没规定先北后东，已把前一个读作东坐标。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>The layout does not tell which rings are one plot: {written} plots will be read back as {read}; every border is right.</source>
        <translation>该版式分不清哪些圈属于同一地块：写出{written}个地块，读回为{read}个；界线都正确。</translation>
    </message>
    <message>
        <location filename="../core/summary/class_columns.py"/>
        <source>The layout {layout} has no right column for {classes}; its columns were made from the class table.</source>
        <translation>表样{layout}没有适合{classes}的列，已按地类代码表生成各列。</translation>
    </message>
    <message>
        <location filename="../core/store/appending.py"/>
        <source>The ledger has no book {book} that may be written.</source>
        <translation>台账中没有可以记账的账册 {book}。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/importing.py"/>
        <source>The ledger has no holder {holder}.</source>
        <translation>台账中没有持有单位{holder}。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/job.py"/>
        <source>The ledger has no holder {holder}; it has {holders}.</source>
        <translation>台账中没有持有单位{holder}，现有：{holders}。</translation>
    </message>
    <message>
        <location filename="../core/quota/naming.py"/>
        <source>The ledger has no holder {name}; it has {known}.</source>
        <translation>台账中没有持有单位{name}；已有：{known}。</translation>
    </message>
    <message>
        <location filename="../core/quota/naming.py"/>
        <source>The ledger has no project {name}; enter it into the register first.</source>
        <translation>台账中没有项目{name}，请先在项目登记簿登记。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The ledger has no project {project}.</source>
        <translation>台账中没有项目{project}。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/job.py"/>
        <source>The ledger has no quota of the year {year}; it has {years}.</source>
        <translation>台账中没有{year}年度的指标；已有年度：{years}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/close_reserve.py"/>
        <source>The ledger has no reserve; enter lots first.</source>
        <translation>台账里没有储备账簿，请先办理补充耕地指标入库。</translation>
    </message>
    <message>
        <location filename="../core/quota/naming.py"/>
        <source>The ledger has no source {name}; it has {known}.</source>
        <translation>台账中没有指标来源{name}；已有：{known}。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The ledger has no source {source}.</source>
        <translation>台账中没有指标来源{source}。</translation>
    </message>
    <message>
        <location filename="../core/store/copying.py"/>
        <source>The ledger {file} can't be copied over itself.</source>
        <translation>台账{file}不能复制到自身。</translation>
    </message>
    <message>
        <location filename="../core/store/copying.py"/>
        <source>The ledger {file} can't be copied while it is being written.</source>
        <translation>台账{file}正在写入，此时不能复制。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>The ledger {file} can't be opened; look whether file and folder are there and may be written.</source>
        <translation>台账{file}打不开；请检查文件和文件夹是否存在、是否可写。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage.py"/>
        <source>The ledger {file} does not exist.</source>
        <translation>台账 {file} 不存在。</translation>
    </message>
    <message>
        <location filename="../core/store/opening.py"/>
        <source>The ledger {file} ends before voucher {voucher}, which the backup {backup} has: was an older copy put back?</source>
        <translation>台账{file}没有备份{backup}中的凭证{voucher}：是否放回了旧副本？</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>The ledger {file} has a book with this code already; nothing was written.</source>
        <translation>台账{file}已有此代码的账簿，未写入。</translation>
    </message>
    <message>
        <location filename="../core/store/migration.py"/>
        <source>The ledger {file} has the schema {version}, which this plugin does not know.</source>
        <translation>台账{file}的结构版本为{version}，本插件不认识。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>The ledger {file} is damaged or its disk fails; keep the file and go on with a backup of it.</source>
        <translation>台账{file}已损坏或磁盘故障；请保留原文件，改用备份继续工作。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>The ledger {file} is locked by somebody else who writes; nothing was written, try again in a moment.</source>
        <translation>台账{file}正被他人写入而锁定，本次未写入，请稍后再试。</translation>
    </message>
    <message>
        <location filename="../core/store/migration.py"/>
        <source>The ledger {file} is of an earlier version and was left as it is, because no backup can be made: {reason}</source>
        <translation>台账{file}为旧版本；因无法备份，未作升级：{reason}</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>The ledger {file} is read-only: the file or its folder can't be written, nothing was.</source>
        <translation>台账{file}为只读：文件或所在文件夹不可写，本次未写入。</translation>
    </message>
    <message>
        <location filename="../core/store/opening.py"/>
        <source>The ledger {file} lies in a network folder ({kind}): locks are not kept there, two people who post at once may damage it. Keep it on one computer, or use PostgreSQL.</source>
        <translation>台账{file}位于网络文件夹（{kind}）：那里的文件锁不可靠，两人同时记账可能损坏台账。请放在一台电脑的本地硬盘，或改用PostgreSQL。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>The ledger {file} refused: {reason}.</source>
        <translation>台账 {file} 拒绝了操作：{reason}。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage.py"/>
        <source>The ledger {file} was made by a newer version of the plugin; update the plugin to open it.</source>
        <translation>台账 {file} 由更高版本的插件建立，请升级插件后再打开。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql.py"/>
        <source>The ledger {ledger} can't be made: the database does not keep Unicode (UTF8).</source>
        <translation>无法新建台账{ledger}：该数据库的编码不是Unicode（UTF8）。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql.py"/>
        <source>The ledger {ledger} can't be made: there is a schema of that name.</source>
        <translation>无法新建台账{ledger}：数据库中已有同名模式。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>The ledger {ledger} has another book {book} already.</source>
        <translation>台账{ledger}中已有另一本账簿{book}。</translation>
    </message>
    <message>
        <location filename="../core/store/interface.py"/>
        <source>The ledger {ledger} has books already; copy into a new one.</source>
        <translation>台账{ledger}中已有账簿，请复制到新台账。</translation>
    </message>
    <message>
        <location filename="../core/store/reading.py"/>
        <source>The ledger {ledger} has no book {book}.</source>
        <translation>台账 {ledger} 中没有账册 {book}。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/keeping.py"/>
        <source>The ledger {ledger} has no books.</source>
        <translation>台账{ledger}没有账簿。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/job.py"/>
        <source>The ledger {ledger} has no quota books.</source>
        <translation>台账{ledger}中没有用地指标账簿。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>The ledger {ledger} has no reserve, no linkage surplus and no outflow spots.</source>
        <translation>台账{ledger}没有补充耕地储备、挂钩节余和流出图斑。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql.py"/>
        <source>The ledger {ledger} is being written already.</source>
        <translation>台账 {ledger} 正在写入。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>The ledger {ledger} refused: the balance of {account} would fall below nothing (H2); a ledger on a server never takes that, whatever the rules here allow.</source>
        <translation>台账{ledger}拒绝记账：{account}的余额将变为负数（H2）；数据库台账一律不允许负数，不论本机规则如何设置。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/bound.py"/>
        <source>The limits can't be kept: {kind} would have to give way by {excess} in all. Raise capacities, widen the balance, or unpin units.</source>
        <translation>各项限制无法同时满足：{kind}合计须放宽{excess}。请提高容量、放宽均衡或解锁单元。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>The location code is that of {code} {name}, but the parcel lies in {there} {where}.</source>
        <translation>坐落单位代码属于{code}{name}，图斑却位于{there}{where}。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The location code {ZLDWDM} names no village (digits 10 to 12).</source>
        <translation>坐落单位代码{ZLDWDM}未到行政村（第10至12位）。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>The location code {code} is that of no district given.</source>
        <translation>坐落单位代码{code}不属于所给的任何行政区。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>The lots are missing.</source>
        <translation>缺少储备项目。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The mandatory field {field} is empty.</source>
        <translation>必填字段{field}为空。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The middle of the units lies at {longitude}° east, outside the zones of CGCS2000.</source>
        <translation>服务单元的中心在东经{longitude}°，不在2000国家大地坐标系的分带范围内。</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>The model {file} can't be read.</source>
        <translation>模型文件{file}无法读取。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The name holds commas; it was read as “{name}”.</source>
        <translation>地块名称里有逗号，已读作“{name}”。</translation>
    </message>
    <message>
        <location filename="../core/store/opening.py"/>
        <source>The newest backup {backup} is of another ledger than {file}: was the file replaced?</source>
        <translation>最新备份{backup}与{file}不是同一本台账：文件是否被换过？</translation>
    </message>
    <message>
        <location filename="../core/quota/judging.py"/>
        <source>The number of the voucher is missing.</source>
        <translation>没有填写凭证号。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The ownership nature {QSXZ} is in no code table.</source>
        <translation>权属性质{QSXZ}不在代码表中。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The parcel area TBMJ is “{TBMJ}”; it must be more than 0.</source>
        <translation>图斑面积（TBMJ）为“{TBMJ}”，须大于0。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/job.py"/>
        <source>The parcel has no area (TBMJ) and counts as zero.</source>
        <translation>图斑没有图斑面积（TBMJ），按零计。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/held_against.py"/>
        <source>The parcel has no piece in the update-process layer.</source>
        <translation>更新过程图层中没有该图斑的记录。</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>The parcel has no registered area; its measured area was used.</source>
        <translation>图斑没有图斑面积（TBMJ），按量算面积控制。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>The parcel has only {measure} m² in the plane; the limit is {limit} m².</source>
        <translation>图斑平面面积仅 {measure} 平方米，限值 {limit} 平方米。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>The parcel has {count} parts; the smallest has {measure} m².</source>
        <translation>图斑有 {count} 个部件，最小的 {measure} 平方米。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>The parcel is marked as flying land, but owner and location are of one village ({code}).</source>
        <translation>标为飞入地，权属单位与坐落单位却为同一村（{code}）。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>The parcel is only {measure} m wide on average; the limit is {limit} m.</source>
        <translation>图斑平均宽度仅 {measure} 米，限值 {limit} 米。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The parcel number {value} occurs {count} times in village {village}.</source>
        <translation>图斑编号{value}在行政村{village}内出现{count}次。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>The patch balances several spots and its own area is not known.</source>
        <translation>该图斑对应多个流出图斑，而其自身面积不明。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>The patch balances the spots {spots}; it may balance one only.</source>
        <translation>该转进（补划）图斑同时对应流出图斑{spots}；只能对应一个。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/held_against.py"/>
        <source>The pieces are larger than the parcel.</source>
        <translation>变更面积合计大于图斑面积。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/held_against.py"/>
        <source>The pieces are less than the parcel.</source>
        <translation>变更面积合计小于图斑面积。</translation>
    </message>
    <message>
        <location filename="../core/survey/atoms.py"/>
        <source>The pieces of footprint no. {row} differ from it by {area:.6f} m²; nothing was written.</source>
        <translation>第{row}个地块各碎块之和与地块面积差{area:.6f}平方米，未输出任何结果。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The planting attribute is WG (not tilled), but the remark “{BZ}” does not say so.</source>
        <translation>种植属性为WG（未耕种），备注“{BZ}”却未注明。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The planting attribute {ZZSXDM} is called {right}, not {ZZSXMC}.</source>
        <translation>种植属性{ZZSXDM}的名称应为{right}，现为{ZZSXMC}。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The planting attribute {ZZSXDM} is in no code table.</source>
        <translation>种植属性代码{ZZSXDM}不在代码表中。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The plot row has {found} fields, its layout {expected}; it was read as far as it goes.</source>
        <translation>地块行有{found}项，该版式应为{expected}项，能读的已读。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The plot row says “{shape}”; only areas (面) can be read.</source>
        <translation>地块行的图形属性是“{shape}”，这里只读“面”。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>The plot row states {stated} points, {count} were found and read.</source>
        <translation>地块行写{stated}个点，实有{count}个，已按实有的读。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The plot that begins here has no boundary points.</source>
        <translation>这里开始的地块没有界址点。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>The plots come from files that differ in {keys}; the profile's value was written.</source>
        <translation>地块来自不同文件，{keys}不一致，已按模板的值写出。</translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The point east {east}, north {north} does not lie in the zone with the central meridian {meridian}° and the false easting {false_easting}.</source>
        <translation>点（东坐标 {east}，北坐标 {north}）不在中央子午线 {meridian}°、东偏移 {false_easting} 的分带内。</translation>
    </message>
    <message>
        <location filename="../core/balance/printing.py"/>
        <source>The printed areas do not sum up to the rounded total.</source>
        <translation>表内面积之和与取位后的总面积不等。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>The profile “{profile}” has no place for {fields}; that was not written.</source>
        <translation>模板“{profile}”没有{fields}的位置，这些内容未写出。</translation>
    </message>
    <message>
        <location filename="../core/exchange/export.py"/>
        <source>The profile “{profile}” writes {endings} files, not {file}.</source>
        <translation>模板“{profile}”写{endings}文件，不能写成{file}。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>The project</source>
        <translation>本项目</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>The project area {project} stands twice.</source>
        <translation>项目区{project}重复。</translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The projection has the scale {scale} on its central meridian; a Gauss-Kruger zone has 1.</source>
        <translation>投影的中央子午线比例因子为 {scale}，高斯-克吕格投影应为 1。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_balance.py"/>
        <source>The projects or the reserve have changed since the matching was looked at: match again, look at it, then book.</source>
        <translation>看过挂钩结果之后，项目或储备库又有变化：请重新挂钩、看过再记账。</translation>
    </message>
    <message>
        <location filename="../core/balance/printed_figures.py"/>
        <source>The published figure “{name}” is given twice.</source>
        <translation>公布数字“{name}”重复。</translation>
    </message>
    <message>
        <location filename="../core/quota/quarters.py"/>
        <source>The quarter {quarter} has not begun.</source>
        <translation>{quarter}季度尚未开始。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The quarter {quarter} has not begun; book it in {open}.</source>
        <translation>{quarter}季度尚未开始，请记入{open}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/close_quarter.py"/>
        <source>The quarter {quarter} is closed, but its filing sheet was not written: {reason} Close the quarter once more with another workbook: the sheet alone is written again.</source>
        <translation>{quarter}已结账，但备案表没有写出：{reason}请换一个工作簿再运行一次“季度结账备案”，只会重新写出备案表。</translation>
    </message>
    <message>
        <location filename="../core/quota/quarters.py"/>
        <source>The quarter {quarter} of {book} is closed already; its filing sheet is written again where a workbook is named.</source>
        <translation>{book}的{quarter}季度已结账；指定工作簿即可重新写出备案表。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The quarter {quarter} of {holder} is closed; book it in {open}, the document keeps its date.</source>
        <translation>{holder}的{quarter}季度已结账，请记入{open}，文件日期照原样保留。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>The quota year {year} does not fit the booking date {book_date}.</source>
        <translation>指标年度{year}与记账日期{book_date}不符。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The record {number} ({register} {key}) was changed, or one before it is missing.</source>
        <translation>第{number}条登记记录（{register} {key}）被改动，或其前面缺记录。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The record {number} can't be read: {reason}.</source>
        <translation>第{number}条登记记录无法读取：{reason}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The refinement code {TBXHDM} does not belong to class {DLBM}.</source>
        <translation>图斑细化代码{TBXHDM}不能用于地类{DLBM}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The refinement code {TBXHDM} is called {right}, not {TBXHMC}.</source>
        <translation>图斑细化代码{TBXHDM}的名称应为{right}，现为{TBXHMC}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The refinement code {TBXHDM} is in no code table.</source>
        <translation>图斑细化代码{TBXHDM}不在代码表中。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The refinement {TBXHDM} needs the planting attribute LS, FLS or LYFL; it is “{ZZSXDM}”.</source>
        <translation>图斑细化{TBXHDM}的种植属性须为LS、FLS或LYFL，现为“{ZZSXDM}”。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_words.py"/>
        <source>The register keeps {kept} ha of the plot from supply, only {left} ha are left.</source>
        <translation>台账登记的不可供、撤回、调整、核减面积共{kept}公顷，大于未供面积{left}公顷。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/event_rows.py"/>
        <source>The register of balanced projects has no project {project}.</source>
        <translation>占补平衡项目登记簿中没有项目{project}。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/booked.py"/>
        <source>The register says {register} mu of surplus used, the ledger {ledger} mu.</source>
        <translation>项目台账已使用节余{register}亩，节余指标账为{ledger}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>The register says {said}; by what is drawn and frozen it is {outcome}.</source>
        <translation>登记为“{said}”，按核销和冻结数为“{outcome}”。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>The register {account} of the ledger {ledger} is kept by the city only.</source>
        <translation>台账{ledger}的登记簿{account}只能由市级维护。</translation>
    </message>
    <message>
        <location filename="../core/ledger/registers.py"/>
        <source>The register {register} has no field {field}.</source>
        <translation>登记簿{register}没有栏目{field}。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>The reserve of {holder} has no lot {lot}.</source>
        <translation>{holder}的储备库中没有储备项目{lot}。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>The reserve of {holder} is closed up to {year}; book it in {open}, the document keeps its date.</source>
        <translation>{holder}的储备账簿已结账至{year}年度，请记入{open}年度，文件日期照原样保留。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The ridge coefficient {KCXS} has more than 4 decimals.</source>
        <translation>扣除地类系数{KCXS}超过四位小数。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The ridge coefficient {KCXS} is not between 0 and 1.</source>
        <translation>扣除地类系数{KCXS}不在0与1之间。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>The ring that begins here encloses no area.</source>
        <translation>这里开始的圈没有围成面积。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>The ring that begins here has fewer than three different points.</source>
        <translation>这里开始的圈不足三个不同的点。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/rules.py"/>
        <source>The rule table has no rule with the field LAYER, so layer {layer} would exclude nothing.</source>
        <translation>规则表中没有字段为LAYER的规则，图层{layer}将起不到扣除作用。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/settings.py"/>
        <source>The rule {key} is {value}; it has to be a slope level from 1 to 4.</source>
        <translation>规则{key}为{value}，应为坡度级1至4。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>The rule {key} is “{value}”; a date is written YYYY-MM-DD, or none.</source>
        <translation>规则{key}的值是“{value}”，日期应写成 YYYY-MM-DD，没有则写 none。</translation>
    </message>
    <message>
        <location filename="../core/quota/shares.py"/>
        <source>The rule {key} is “{value}”; a share is written 1/3, 25% or 0.25, up to the whole.</source>
        <translation>规则{key}的值是“{value}”，比例应写成 1/3、25% 或 0.25，且不超过1。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/rules.py"/>
        <source>The rule {key} names the way “{value}”; there are {ways}.</source>
        <translation>规则{key}中的方式“{value}”无效；可用：{ways}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>The run needs a system in metres; {crs} is none.</source>
        <translation>本工具要求以米为单位的坐标系；{crs}不是。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The rural road is {XZDWKD} m wide; at most {most} m are allowed.</source>
        <translation>农村道路宽{XZDWKD}米，超过{most}米。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The seal at the end of the book is not that of its last voucher.</source>
        <translation>账簿末尾的校验码与最后一张凭证的校验码不一致。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>The server of the ledger {ledger} can't be reached: look whether the network is up, and ask who keeps the server whether it runs (the driver says: {reason}).</source>
        <translation>无法连接台账{ledger}的服务器，请检查网络是否通畅，并请服务器管理员查看服务是否已启动（驱动程序提示：{reason}）。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_roles.py"/>
        <source>The server of the ledger {ledger} has no role {role}; make it first.</source>
        <translation>台账{ledger}的服务器上没有角色{role}，请先创建该角色。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>The server of the ledger {ledger} refuses user name or password.</source>
        <translation>台账{ledger}的服务器不接受该用户名或密码。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>The server of the ledger {ledger} stopped the work because it took too long.</source>
        <translation>台账{ledger}的服务器因超时中止了本次操作。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The settlement code {CZCSXM} does not belong to class {DLBM}.</source>
        <translation>城镇村属性码{CZCSXM}不能用于地类{DLBM}。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The settlement code {CZCSXM} is none of 201 to 205, 201A to 203A.</source>
        <translation>城镇村属性码{CZCSXM}不是201至205、201A至203A。</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>The settlement code {CZCSXM} means separate industry or storage, not class {DLBM}.</source>
        <translation>城镇村属性码{CZCSXM}用于独立工业仓储，不用于地类{DLBM}。</translation>
    </message>
    <message>
        <location filename="../core/checking/validity.py"/>
        <source>The shape encloses no area.</source>
        <translation>图形没有面积。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>The shape is invalid: {reason}.</source>
        <translation>图形无效：{reason}。</translation>
    </message>
    <message>
        <location filename="../core/checking/areas.py"/>
        <source>The shape measures 0.00 m².</source>
        <translation>图形椭球面积为0.00平方米。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>The site stopped, and developed area or investment is missing.</source>
        <translation>已停工，但开发面积或投资额没有填。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The slope level {GDPDJB} is none of 1 to 5.</source>
        <translation>耕地坡度级别{GDPDJB}不是1至5。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>The solver found no answer to a matching that has one: {reason}</source>
        <translation>求解器没有求出本应有解的挂钩方案：{reason}</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/bound.py"/>
        <source>The solver gave up on the relaxation: {reason}</source>
        <translation>求解松弛问题失败：{reason}</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>The solver's answer breaks a limit of the reserve; nothing was matched.</source>
        <translation>求解结果超出储备限额，未作挂钩。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>The spot {spot} stands twice in the list of outflow spots.</source>
        <translation>流出图斑清单中图斑{spot}重复。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>The stated area {stated} agrees with the border in {unit}, not in ha; read so.</source>
        <translation>所写面积{stated}按{unit}与图形相符，按公顷不符，已照此读。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>The stated area “{stated}” is not a number; it was not compared.</source>
        <translation>所写面积“{stated}”不是数字，未比对。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>The surplus of project area {area} was accepted under {doc_no} already.</source>
        <translation>项目区{area}的节余已凭{doc_no}入账。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>The survey given as the earlier one, {before}, is of {one}, the later one, {after}, of {other}: the years are swapped. Exchange the layers, or say that they are right as given.</source>
        <translation>上年图斑给的是 {before}（{one} 年），本年图斑给的是 {after}（{other} 年）：年份颠倒。请对调图层，或勾选“年份以所选图层为准”。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>The survey is laid under new-build blocks: choose a layer of them.</source>
        <translation>地类图斑用于套合建新地块：请选择建新地块图层。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>The survey is never moved.</source>
        <translation>图斑界线一律不动。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>The surveys {before} and {after} have no ground in common: check that both are of the same place.</source>
        <translation>{before}和{after}两年图斑没有重叠的范围，请核对两个图层是否为同一地方。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>The table of holders can't be read.</source>
        <translation>持有单位表无法读取。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>The table of holders has the columns {columns}: choose the one of codes and that of names.</source>
        <translation>持有单位表有这些列：{columns}；请指定代码列和名称列。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/event_rows.py"/>
        <source>The table {layer} has no rows to book.</source>
        <translation>表{layer}没有可记账的行。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_condition.py"/>
        <source>The table {name} is no longer listed in the file.</source>
        <translation>表{name}已不在文件的目录中。</translation>
    </message>
    <message>
        <location filename="../core/quota/register_tables.py"/>
        <source>The table {table} is no register; these are: {tables}.</source>
        <translation>表{table}不是台账，可以导入的台账有：{tables}。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/ground.py"/>
        <source>The table {table} needs layers: {layers}. Choose them, or leave the table out.</source>
        <translation>表{table}需要图层：{layers}。请选择图层，或不出这张表。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>The terrain type {GDLX} is neither TT nor PD.</source>
        <translation>耕地类型{GDLX}不是TT或PD。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The text is in {encoding}.</source>
        <translation>文本编码为 {encoding}。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/texts.py"/>
        <source>The text of layer {layer} is garbled: set its data source encoding to GBK in the layer properties, or put a .cpg file holding the word GBK beside the .dbf, and load it again.</source>
        <translation>图层“{layer}”的文字是乱码：请在图层属性中把数据源编码设为 GBK，或在 .dbf 旁放一个内容为 GBK 的 .cpg 文件，再重新加载。</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>The text “{value}” of {field} has {length} characters; {most} are allowed.</source>
        <translation>{field}的文本“{value}”有{length}个字符，超过{most}个。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The transfer {transfer} is not whole: {dimension} is off by {amount} over both books.</source>
        <translation>调剂{transfer}两边不平：{dimension}合计相差{amount}。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The turnover of {account} in {month} is kept as {kept}, and its postings sum to {sum}.</source>
        <translation>{account}在{month}的发生额记为{kept}，而分录合计为{sum}。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/datasets.py"/>
        <source>The unfinished layer {layer} could not be removed from {file}.</source>
        <translation>未写完的图层“{layer}”无法从文件 {file} 中删除。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_condition.py"/>
        <source>The unit of {name} was changed: the views show other numbers.</source>
        <translation>{name}的换算单位被改动，查看表显示的数不对。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>The units have no {measure}; the other weights stand for it.</source>
        <translation>服务单元没有{measure}，由其余权重分担。</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>The units have none of the measures of workload that have a weight.</source>
        <translation>有权重的工作量指标，服务单元一个也没有。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>The update layer only serves to check the update-process layer: give that one, too.</source>
        <translation>更新图层只用于核对更新过程图层，请同时选择更新过程图层。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The voucher does not balance: {dimension} is off by {amount}.</source>
        <translation>凭证不平：{dimension}相差{amount}。</translation>
    </message>
    <message>
        <location filename="../core/store/appending.py"/>
        <source>The voucher does not balance: {dimension} is off by {amount}; nothing was posted.</source>
        <translation>凭证不平：{dimension} 相差 {amount}，未入账。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The voucher does not follow the one before it: that one was changed or replaced.</source>
        <translation>凭证与前一张接不上：前一张被改动或替换。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_connection.py"/>
        <source>The voucher has been reversed already; nothing was posted into {file}.</source>
        <translation>该凭证已经冲销过，{file}未入账。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The voucher is not the one whose seal is known from {source}.</source>
        <translation>该凭证与{source}所载校验码不符。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The voucher lacks postings, or has some of another book.</source>
        <translation>凭证缺分录，或有另一本账簿的分录。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The voucher reverses none that was there before.</source>
        <translation>凭证所冲销的凭证在其之前并不存在。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The voucher was changed after it was posted: its content does not fit its seal.</source>
        <translation>凭证入账后被改动：内容与校验码不符。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The voucher was put in past the end of the book.</source>
        <translation>该凭证是在账簿末尾之后塞入的。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The voucher, or one after it, can't be read: {reason}.</source>
        <translation>该凭证或其后的凭证无法读取：{reason}。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The vouchers {first} to {last} are missing at the end of the book.</source>
        <translation>账簿末尾缺第{first}至第{last}号凭证。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>The vouchers {first} to {last} are missing.</source>
        <translation>缺第{first}至第{last}号凭证。</translation>
    </message>
    <message>
        <location filename="../core/workbook/workbook_file.py"/>
        <source>The workbook {file} is damaged ({reason}); open it in Excel or WPS and save it again.</source>
        <translation>工作簿 {file} 已损坏（{reason}），请用 Excel 或 WPS 打开后另存。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/tables.py"/>
        <source>The year before follows: {value} mu, between {interval} mu.</source>
        <translation>推算上年为{value}亩，在{interval}亩之间。</translation>
    </message>
    <message>
        <location filename="../core/quota/supply.py"/>
        <source>The year before was {modes} mu by the growth of the modes and {total} mu by that of the total; some other mode is missing, or one of the figures is wrong.</source>
        <translation>上年供应面积：按各方式同比反推为{modes}亩，按合计同比反推为{total}亩，两者对不上；上年可能另有其他供应方式，或有数字印错。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/tables.py"/>
        <source>The year {year} counts up to {day}.</source>
        <translation>{year}年统计至{day}。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/closing.py"/>
        <source>The year {year} is not over yet.</source>
        <translation>{year}年度尚未结束。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_condition.py"/>
        <source>The {kind} {name} does not belong into a ledger.</source>
        <translation>{kind}{name}不属于台账。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_condition.py"/>
        <source>The {kind} {name} is gone.</source>
        <translation>{kind}{name}不见了。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_condition.py"/>
        <source>The {kind} {name} is switched off.</source>
        <translation>{kind}{name}被停用。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_condition.py"/>
        <source>The {kind} {name} was changed.</source>
        <translation>{kind}{name}被改动。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>There are no spots: choose a layer, a workbook or a ledger.</source>
        <translation>没有流出图斑：请选择图层、工作簿或台账。</translation>
    </message>
    <message>
        <location filename="../core/quota/naming.py"/>
        <source>There are several holders called {name}: {known}; give the code.</source>
        <translation>名为{name}的持有单位不止一个：{known}，请填代码。</translation>
    </message>
    <message>
        <location filename="../core/quota/naming.py"/>
        <source>There are several projects called {name}: {known}; give the code.</source>
        <translation>名为{name}的项目不止一个：{known}，请填编码。</translation>
    </message>
    <message>
        <location filename="../core/quota/naming.py"/>
        <source>There are several sources called {name}: {known}; give the code.</source>
        <translation>名为{name}的指标来源不止一个：{known}，请填代码。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/model.py"/>
        <source>There are two lots {code} in the reserve.</source>
        <translation>储备库中有两个储备项目{code}。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>There are two projects {code}.</source>
        <translation>有两个建设项目{code}。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>There is no agreed start date.</source>
        <translation>没有约定动工日期。</translation>
    </message>
    <message>
        <location filename="../core/balance/grades.py"/>
        <source>There is no capacity preset {preset} for the grade system {system}: write yields of your own into {file}, a row for each grade 1 to {worst}, with the columns {columns} (kg_per_mu in kilograms a mu, kind empty or paddy or dry).</source>
        <translation>等别体系 {system} 没有产能标准 {preset}：请把本地的亩产写进 {file}，1—{worst} 等每等一行，列为 {columns}（kg_per_mu 填每亩公斤数，kind 空着，或填 paddy、dry，即水田、旱地）。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/import_reserve.py"/>
        <source>There is no capacity preset {preset}; there are {presets}.</source>
        <translation>没有产能测算口径{preset}，可用的有{presets}。</translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>There is no class table {name}: give {known}, or a CSV file.</source>
        <translation>没有地类代码表“{name}”：请选 {known}，或给出CSV文件。</translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>There is no closed line (LWPOLYLINE or POLYLINE) in the drawing's model space.</source>
        <translation>图的模型空间里没有闭合多段线（LWPOLYLINE或POLYLINE）。</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>There is no file or folder {file}.</source>
        <translation>找不到文件或文件夹 {file}。</translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>There is no grouping {grouping}.</source>
        <translation>没有“{grouping}”这种归并口径。</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay.py"/>
        <source>There is no layer to lay the red lines over; choose at least one.</source>
        <translation>没有选择要压盖的图层，请至少选一个。</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>There is no measure of workload {name}; they are {names}.</source>
        <translation>没有名为{name}的工作量指标，可用的有{names}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>There is no plot in it: no row of a plot and no row of a boundary point.</source>
        <translation>文件里没有地块：既没有地块行，也没有界址点行。</translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>There is no rule {key} for {year}.</source>
        <translation>没有规则 {key}（年度：{year}）。</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>There is no table layout {layout} in {folder}.</source>
        <translation>{folder} 里没有表样 {layout}。</translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>There is no table to write.</source>
        <translation>没有可写的表。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/job.py"/>
        <source>There is no table {name}; the tables are {tables}.</source>
        <translation>没有 {name} 这张表；可选的表有：{tables}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>There is nothing to balance: choose project areas or blocks.</source>
        <translation>没有可核算的内容：请选择项目区或地块。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>There is nothing to book: name a lot, a voucher to reverse, or a table.</source>
        <translation>没有要记账的内容：请填储备项目、被冲销的凭证号或选择表。</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/job.py"/>
        <source>This row was imported before and its voucher was reversed since; it is not booked again. Book it by hand if it counts.</source>
        <translation>本行以前导入过，其凭证后来已被冲销；不再重复记账。如确应计入，请手工记账。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>This row was imported before.</source>
        <translation>该行以前已导入。</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>Threshold</source>
        <translation>限值</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Time circle</source>
        <translation>时间圈</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Tiny parcel</source>
        <translation>碎面</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>To be rectified (mu)</source>
        <translation>应整改面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>To enter surplus choose the ledger that shall have it.</source>
        <translation>节余入账请选择台账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>To keep spots and acts choose the ledger that shall have them.</source>
        <translation>要登记图斑和整改措施，请选择台账。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Today's assignment</source>
        <translation>现行分工</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Too many decimals</source>
        <translation>坐标小数位数过多</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Travel</source>
        <translation>路程</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Travel matrix</source>
        <translation>路程矩阵</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Travel time (minutes)</source>
        <translation>用时（分钟）</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Two parcels overlap by {area} m².</source>
        <translation>两图斑重叠 {area} 平方米。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>Typed in; how much farmland it was used for stands among the findings.</source>
        <translation>人工填写；按此计算的耕地面积见问题清单。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>Under the confirmation number {number} something has been drawn already.</source>
        <translation>确认单号{number}已经核销过。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Unit code</source>
        <translation>单元代码</translation>
    </message>
    <message>
        <location filename="../core/checking/attributes.py"/>
        <source>Unit code without 19 digits</source>
        <translation>单位代码不是19位</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Unit of area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/assign_teams.py"/>
        <source>Units are in degrees; distances and areas were taken in {crs}.</source>
        <translation>服务单元为经纬度坐标，距离和面积按{crs}计算。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Units reached</source>
        <translation>可达单元数</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Units that change</source>
        <translation>有调整的单元</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Unsupplied area (ha)</source>
        <translation>未供面积（公顷）</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Unsupplied area (mu)</source>
        <translation>未供面积（亩）</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>Unsupplied area (m²)</source>
        <translation>未供面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>Until the year of a reserve book is closed, and always in linkage books, a later booking dated before this day changes the figures. The ends of the books below prove what this report was made of.</source>
        <translation>储备账簿未办理年度结账前，以及挂钩账簿，以后补记在此日之前的凭证会改变数字。下列账簿末号及校验值证明本报表依据的账面。</translation>
    </message>
    <message>
        <location filename="../core/checking/farmland.py"/>
        <source>Untilled land without a remark</source>
        <translation>未耕种图斑备注未注明</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Unusable part (m²)</source>
        <translation>不合格部分（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>Unusable parts of accepted blocks</source>
        <translation>采用地块中的不合格部分</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>Update-process layer</source>
        <translation>更新过程图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/inout_balance.py"/>
        <source>Update-process layer (DLTBGXGC)</source>
        <translation>更新过程图层（DLTBGXGC）</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Urban growth boundary</source>
        <translation>城镇开发边界</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Usable area compared (m²)</source>
        <translation>合格面积（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Usable area without ridges (m²)</source>
        <translation>合格面积（扣田坎，平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Usable paddy (m²)</source>
        <translation>合格水田（平方米）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Used before, capacity (kg)</source>
        <translation>此前已用粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Used before, paddy (mu)</source>
        <translation>此前已用水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Used before, quantity (mu)</source>
        <translation>此前已用耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Used of what was obtained (%)</source>
        <translation>使用占获得（%）</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/districts.py"/>
        <source>Used, approved (mu)</source>
        <translation>已批复使用（亩）</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Valid from</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <location filename="../core/importing/problem_table.py"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Verdict</source>
        <translation>审查结论</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Vertices closer than {limit} m to the one before them: {count}; the closest at {measure} m.</source>
        <translation>相邻节点间距小于 {limit} 米的有 {count} 处，最近的 {measure} 米。</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>Vertices of neighbours on the border of this parcel, which has none there: {count}; the farthest lies {distance} m beside it.</source>
        <translation>邻接图斑在本图斑界线上有 {count} 个节点，本图斑在该处没有公共节点，最远的偏离界线 {distance} 米。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Vertices that repeat the one before them: {count}.</source>
        <translation>与前一节点完全重复的节点有 {count} 个。</translation>
    </message>
    <message>
        <location filename="../core/checking/shapes.py"/>
        <source>Vertices with more than {limit} decimals: {count}.</source>
        <translation>坐标超过 {limit} 位小数的节点有 {count} 个。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Village code</source>
        <translation>村代码</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Village or unit</source>
        <translation>村庄或单元</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Villages</source>
        <translation>村庄</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Villages reached</source>
        <translation>可达村庄数</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Voronoi cells of the points within their hull, as there are no polygons</source>
        <translation>没有面，按点的泰森多边形（以各点的外包范围为界）</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Voronoi cells of the points, clipped to the county, as there are no polygons</source>
        <translation>没有面，按点的泰森多边形（以县域为界）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>Voucher {voucher} has been reversed already.</source>
        <translation>凭证{voucher}已冲销，不能重复冲销。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>Voucher {voucher} is a reversal itself; book the event again instead.</source>
        <translation>凭证{voucher}本身是冲销凭证，请重新登记该业务。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>Voucher {voucher} is one side of a transfer; only who sees both books can reverse it.</source>
        <translation>凭证{voucher}是调剂的一方，只有能查看双方账簿的单位才能冲销。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>Voucher {voucher} was booked on {booked}; a reversal can't be booked before that.</source>
        <translation>凭证{voucher}的记账日期为{booked}，冲销的记账日期不能早于该日。</translation>
    </message>
    <message>
        <location filename="../core/checking/finding.py"/>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Way to the road</source>
        <translation>到道路的一段</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>Weight of workload</source>
        <translation>工作量权重</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/layers.py"/>
        <source>What lies there</source>
        <translation>涉及</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>Why</source>
        <translation>认定理由</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/rows.py"/>
        <source>Why it does not count</source>
        <translation>不计入的原因</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables_out.py"/>
        <source>Why it is not drawn</source>
        <translation>不能使用的原因</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Width on a class that need not have one</source>
        <translation>不要求宽度的地类填了宽度</translation>
    </message>
    <message>
        <location filename="../core/checking/land_use.py"/>
        <source>Width on a class without one</source>
        <translation>非线状地物填了宽度</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_tables.py"/>
        <source>With more than {count} columns, attribute values and ground outside the layers stand only on the next sheet.</source>
        <translation>超过{count}栏时，各属性值和图层以外的面积只列在明细表。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>Within (minutes)</source>
        <translation>时间圈（分钟）</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>Within {distance} m outside the border. Neighbours with less than {length} m or {share} % of a side stand in the detailed list only.</source>
        <translation>界线外侧{distance}米以内算相邻；共用界线短于{length}米或不足本方向{share}%的只列入四至明细。</translation>
    </message>
    <message>
        <location filename="../core/workbook/cells.py"/>
        <source>Workbook {file} is in the old .xls format or has a password; save it as plain .xlsx.</source>
        <translation>工作簿 {file} 是旧版.xls格式或加了密码，请另存为不加密的.xlsx。</translation>
    </message>
    <message>
        <location filename="../core/workbook/cells.py"/>
        <source>Workbook {file} shows no sheets; save it as ordinary .xlsx, not “Strict Open XML”.</source>
        <translation>工作簿 {file} 里看不到工作表，请另存为普通.xlsx，不要用“Strict Open XML”。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_rows.py"/>
        <source>Workload</source>
        <translation>工作量</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>Year closed</source>
        <translation>年度结账</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>Year of the account</source>
        <translation>核算年度</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/patches.py"/>
        <source>Year of the change</source>
        <translation>变更年度</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>Year of the outflow</source>
        <translation>流出年度</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/closing.py"/>
        <source>Years close in their order: {expected} of {book} is next.</source>
        <translation>须按年度顺序结账：{book}下一个应结年度为{expected}。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>Your database role may not do this in the ledger {ledger}; ask its owner.</source>
        <translation>您的数据库角色无权在台账{ledger}中进行此操作，请联系台账管理员。</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>Zone</source>
        <translation>分带</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>[地块坐标] is missing; plots are read from here on.</source>
        <translation>缺[地块坐标]，从这里起按地块读。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>a hole lies outside its outer border</source>
        <translation>洞在外圈之外</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>a part of the amount has the other sign</source>
        <translation>其中数与本次面积正负不一致</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>a reversal can't be imported: reverse the voucher in the ledger</source>
        <translation>红字冲销不能导入，请在台账里冲销原凭证</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>a row has either income or expenditure, not both</source>
        <translation>一行只能填收入或支出，不能都填</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>acceptance and issue</source>
        <translation>验收和下达</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>acceptance of surplus</source>
        <translation>验收节余入账</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>accepted</source>
        <translation>已核实</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>accepted as supplement</source>
        <translation>采用</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>accepted by check = accepted of the layer</source>
        <translation>各检查项目已核实数＝图层已核实数</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>accounts of the counties = patches</source>
        <translation>各县账目＝图斑</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>active projects</source>
        <translation>在办项目</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/model.py"/>
        <source>adjusted and supplemented</source>
        <translation>调整补划</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>advance</source>
        <translation>预支</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>advance clearing</source>
        <translation>预支核销</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>advanced, not cleared</source>
        <translation>预支未核销</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>all changes</source>
        <translation>全部变化</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>all regions</source>
        <translation>全部行政区域</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>all units</source>
        <translation>全部单元</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>allocate</source>
        <translation>配置</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>allocated to projects</source>
        <translation>已配置</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>an amount below zero: reverse the voucher in the ledger instead (红字冲销)</source>
        <translation>面积为负：请在台账里红字冲销原凭证</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/registers.py"/>
        <source>an area below zero</source>
        <translation>面积为负</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>approval</source>
        <translation>报批勘界</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>approved area of the batch = its polygons, shared ground once</source>
        <translation>批次批准面积＝所属图形面积之和（重叠只计一次）</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>approved-unsupplied land</source>
        <translation>批而未供土地</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>area by new code = area of the layer</source>
        <translation>按新编码合计面积=图层面积</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>area by old code = area of the layer</source>
        <translation>按原编码合计面积=图层面积</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>area by status = area of the layer</source>
        <translation>按转换方式合计面积=图层面积</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>area in the plane of projection</source>
        <translation>投影平面面积</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>area {m2} m² ({ha} ha, {mu} mu)</source>
        <translation>面积缺{m2}平方米（{ha}公顷，{mu}亩）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>areas as delivered in the update-process layer (TBBGMJ); nothing was measured</source>
        <translation>面积取更新过程图层的图斑变更面积（TBBGMJ），不再量算</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>areas in the plane of projection</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>at most so much could be saved</source>
        <translation>至多还能节省这么多</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>at most {area} m² a red line</source>
        <translation>每条红线至多 {area} 平方米</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>at most {parcel} m² a parcel</source>
        <translation>每个图斑至多 {parcel} 平方米</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>at most {parcel} m² a parcel, {footprint} m² a footprint</source>
        <translation>单个图斑最多{parcel}平方米，单个地块最多{footprint}平方米</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/problem.py"/>
        <source>balance of workload</source>
        <translation>工作量均衡</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>bands of a base = all places</source>
        <translation>一个驻点各圈之和＝全部地点</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>base of approved-unsupplied land</source>
        <translation>年初批而未供面积</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>base of idle land</source>
        <translation>年初闲置土地面积</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>before − decrease + increase = after</source>
        <translation>上年面积－减少＋增加＝本年面积</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>between holders</source>
        <translation>往来</translation>
    </message>
    <message>
        <location filename="../core/service/network/model.py"/>
        <source>beyond the last band</source>
        <translation>超出最大时间圈</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>beyond the yearly ceiling of its county, not matched</source>
        <translation>超过本县年度占用上限，未挂钩</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>block as listed = block in the layer</source>
        <translation>审查表地块＝图层地块</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>both surveys laid over one another</source>
        <translation>两年图斑叠加</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>bound of fractional draws; the gap is what whole steps cost</source>
        <translation>不取整时的下界，差距为取整所致</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>bound of the solver reached</source>
        <translation>目标值达到求解器下界</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>can't be judged</source>
        <translation>资料不全</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>capacity by grade = capacity, rounded once</source>
        <translation>各等别产能之和＝产能（只取整一次）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>capacity difference = inflow − outflow, each row</source>
        <translation>产能差额＝流入－流出，逐行</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>capacity drawn beyond the need</source>
        <translation>多核销的粮食产能</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/problem.py"/>
        <source>capacity in units</source>
        <translation>容量（单元数）</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/problem.py"/>
        <source>capacity in workload</source>
        <translation>容量（工作量）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>capacity of T31 = capacity of the patches, rounded once</source>
        <translation>核算表产能＝图斑产能之和（取整一次）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>capacity short</source>
        <translation>粮食产能缺口</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/words.py"/>
        <source>capacity {amount} kg</source>
        <translation>产能{amount}公斤</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>capacity {kilograms} kg</source>
        <translation>产能缺{kilograms}公斤</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>carry-over</source>
        <translation>结转</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>central meridian {meridian}°, false easting {easting}</source>
        <translation>中央子午线{meridian}°，东偏移{easting}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>chosen for this run</source>
        <translation>本次运行指定</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>class not recognised</source>
        <translation>地类未识别</translation>
    </message>
    <message>
        <location filename="../core/summary/model.py"/>
        <source>class only to the first level</source>
        <translation>地类只到一级</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>class tables = result layer, column by column</source>
        <translation>土地分类面积表各栏＝结果图层</translation>
    </message>
    <message>
        <location filename="../core/summary/model.py"/>
        <source>class tables mixed</source>
        <translation>混用地类代码表</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>classes of the second land survey</source>
        <translation>第二次土地调查地类</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>classes of the third land survey</source>
        <translation>第三次全国国土调查地类表</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>code and name are of different holders</source>
        <translation>单位代码与名称不是同一单位</translation>
    </message>
    <message>
        <location filename="../core/summary/model.py"/>
        <source>code not in the class table</source>
        <translation>编码不在地类代码表中</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/model.py"/>
        <source>comparison of two years</source>
        <translation>两年对比</translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>conflict: {lines}</source>
        <translation>压占{lines}</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>contiguous areas: parts and teams</source>
        <translation>片区连片：片数与小组数</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>control features overlap</source>
        <translation>控制线重叠</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>counties = townships = villages, each column</source>
        <translation>县＝乡镇＝村，逐栏</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/model.py"/>
        <source>counts in the balance</source>
        <translation>计入</translation>
    </message>
    <message>
        <location filename="../core/summary/report.py"/>
        <source>county</source>
        <translation>县级</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_tables.py"/>
        <source>covered by no layer</source>
        <translation>未压盖</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_tables.py"/>
        <source>covered by: {layers}</source>
        <translation>压盖：{layers}</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>cultivated land</source>
        <translation>耕地</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>cultivated land is given but not the agricultural land it is part of</source>
        <translation>填了耕地，没填其所属的农用地</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/report.py"/>
        <source>date of booking</source>
        <translation>记账日期</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/report.py"/>
        <source>date of the document</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>decided by hand</source>
        <translation>人工审定</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>decided parcel by parcel, in part</source>
        <translation>部分逐图斑审定</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>default of the table taken</source>
        <translation>取对照表默认</translation>
    </message>
    <message>
        <location filename="../core/service/network/speeds.py"/>
        <source>default speed</source>
        <translation>默认速度</translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>default, confirm locally</source>
        <translation>默认值，请按本地文件核实</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>developed for {share} % of the area</source>
        <translation>开发面积仅占{share}%</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>difference = inflow − outflow, each row</source>
        <translation>面积差额＝流入－流出，逐行</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>disposed approved-unsupplied land</source>
        <translation>处置批而未供面积</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>disposed idle land</source>
        <translation>处置闲置土地面积</translation>
    </message>
    <message>
        <location filename="../core/intervals.py"/>
        <source>does not hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>draw</source>
        <translation>占补核销</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>drawn</source>
        <translation>已使用</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>draws from lot {lot} of another county, which has to be transferred first: {amounts}</source>
        <translation>用了其他县的储备项目{lot}，须先办理调剂：{amounts}</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>draws from other counties</source>
        <translation>使用其他县储备的数额</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>each indicator from any lot</source>
        <translation>三项指标可分别取自不同储备项目</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>effective date</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>ellipsoidal area by the procedure of the land survey</source>
        <translation>椭球面积（国土调查规程算法）</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>ellipsoidal areas</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>enclosed by the plot: {names}</source>
        <translation>地块内洞：{names}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>enforcement</source>
        <translation>卫片执法</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>entered into the reserve</source>
        <translation>入库</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>entry into the reserve</source>
        <translation>入库</translation>
    </message>
    <message>
        <location filename="../core/balance/broken_rules.py"/>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>error value {value}</source>
        <translation>错误值 {value}</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>every unit once</source>
        <translation>每个单元只归一个小组</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>everything posted</source>
        <translation>全部已记账凭证</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>exact, nothing is rounded</source>
        <translation>精确，未取舍</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/model.py"/>
        <source>excluded by the user</source>
        <translation>人工排除</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/model.py"/>
        <source>exempt</source>
        <translation>不计入（例外情形）</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/model.py"/>
        <source>exemption without a document</source>
        <translation>不计入缺文号</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/model.py"/>
        <source>expired</source>
        <translation>已过有效期</translation>
    </message>
    <message>
        <location filename="../core/service/network/model.py"/>
        <source>far from any road</source>
        <translation>离道路过远</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>farmland grade missing</source>
        <translation>缺耕地质量等别</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>farmland quality grade (1 to 10)</source>
        <translation>耕地质量等级（1—10等）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>farmland without a grade counted with grade {grade}</source>
        <translation>缺等别的耕地按{grade}等计算</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>farmland {quantity} mu, paddy {paddy} mu, capacity {capacity} kg</source>
        <translation>耕地{quantity}亩、水田{paddy}亩、产能{capacity}公斤</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>feature without an area</source>
        <translation>要素没有面积</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/model.py"/>
        <source>field missing</source>
        <translation>缺字段</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>findings by check = findings by village</source>
        <translation>各检查项目问题数＝各村问题数</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>findings by check = findings of the layer</source>
        <translation>各检查项目问题数＝图层问题数</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>findings by village = numbers returned</source>
        <translation>各村问题数＝返回数</translation>
    </message>
    <message>
        <location filename="../core/balance/broken_rules.py"/>
        <source>findings of the rule {rule}</source>
        <translation>违反规则{rule}的条数</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>finished</source>
        <translation>已竣工</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>flow table = pieces of ground</source>
        <translation>流向表＝各地块之和</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>flow table = sums by group</source>
        <translation>流向表＝地类增减汇总</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>footprint and survey areas differ</source>
        <translation>红线面积与套合面积超差</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>footprints overlap</source>
        <translation>地块重叠</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/ground.py"/>
        <source>footprints with their number, and the land survey</source>
        <translation>用地红线及编号字段、地类图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/ground.py"/>
        <source>footprints, supplement blocks, the land survey and permanent basic farmland</source>
        <translation>用地红线、补划地块、地类图斑、永久基本农田</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>from the field {field} of the survey, within {distance} m outside the border</source>
        <translation>取自地类图斑字段{field}，界线外侧{distance}米以内</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>from the ownership fields of the survey</source>
        <translation>取自地类图斑的权属字段</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>from the ownership layer; where it has a gap, from the survey</source>
        <translation>取自集体土地所有权图层，缺漏处取地类图斑的权属字段</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>frozen (linked, not approved)</source>
        <translation>冻结（已挂钩未批）</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>frozen amounts are not imported: link the lot to its project after the import</source>
        <translation>冻结数不导入：请在入库后与建设项目挂钩</translation>
    </message>
    <message>
        <location filename="../core/store/tables.py"/>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/model.py"/>
        <source>grade missing</source>
        <translation>缺等别</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>grade: no accepted land to compare with {occupied}</source>
        <translation>没有采用的补划耕地，无法与占用的{occupied}等比较</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>grade: {accepted} is worse than {occupied}</source>
        <translation>补划平均质量{accepted}等低于占用{occupied}等</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>grades of occupied farmland</source>
        <translation>占用耕地缺质量等别</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/model.py"/>
        <source>ground of one survey only</source>
        <translation>仅一期调查有的地块</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>ground within {width} m of the parts of roads reached</source>
        <translation>可达路段两侧各{width}米以内的范围</translation>
    </message>
    <message>
        <location filename="../core/exchange/area_words.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>hint only</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>hint: {reason}</source>
        <translation>提示：{reason}</translation>
    </message>
    <message>
        <location filename="../core/quota/founding.py"/>
        <source>holder {number}</source>
        <translation>第{number}个持有单位</translation>
    </message>
    <message>
        <location filename="../core/intervals.py"/>
        <source>holds as printed</source>
        <translation>按印出数成立</translation>
    </message>
    <message>
        <location filename="../core/intervals.py"/>
        <source>holds within rounding</source>
        <translation>在取整范围内成立</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>holes cut the plot in two</source>
        <translation>洞把地块切断</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>holes lie in each other</source>
        <translation>洞中套洞</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>idle land</source>
        <translation>闲置土地</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>idle: not started</source>
        <translation>疑似闲置（未动工）</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>idle: started and stopped</source>
        <translation>疑似闲置（中止开发）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>in an excluded layer</source>
        <translation>位于禁止补划图层内</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>in another county than the occupied land</source>
        <translation>与占用地块不在同一县（市、区）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>in part</source>
        <translation>部分</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>in the ecological redline</source>
        <translation>位于生态保护红线内</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>in the plane of projection, to 0.01 m</source>
        <translation>投影平面长度，取至0.01米</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>in the urban growth boundary</source>
        <translation>位于城镇开发边界内</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>increase − decrease = net change</source>
        <translation>增加－减少＝净变化</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>increase–decrease linkage</source>
        <translation>增减挂钩</translation>
    </message>
    <message>
        <location filename="../core/store/tables.py"/>
        <source>index</source>
        <translation>索引</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>inflow patches of the match list, each once = matches</source>
        <translation>挂钩清单流入图斑（不重复）数＝挂钩条数</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>inside the layer + outside it = area of the red line</source>
        <translation>图层内＋图层外＝红线面积</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>issue</source>
        <translation>下达</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>issue of turnover quota</source>
        <translation>周转指标下达</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a .dwg drawing; in CAD save it as DXF (ASCII)</source>
        <translation>是.dwg图，请在CAD中另存为DXF（ASCII）</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a binary DXF; in CAD save it as DXF (ASCII)</source>
        <translation>是二进制DXF，请在CAD中另存为ASCII格式的DXF</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a zipped file; unpack it, or name it .xlsx if it is a workbook</source>
        <translation>是压缩文件，请先解压；如果是工作簿，请把扩展名改为.xlsx</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is an Access database; export its layer to GeoPackage</source>
        <translation>是Access数据库，请把图层导出为GeoPackage</translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is an old Office file; save it as .xlsx or as text</source>
        <translation>是旧版Office文件，请另存为.xlsx或文本</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>keys of findings = findings</source>
        <translation>问题编号数＝问题数</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>land and sea use classes 2020</source>
        <translation>2020年用地用海分类</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>land and sea use classes 2020 or 2023</source>
        <translation>2020年或2023年用地用海分类</translation>
    </message>
    <message>
        <location filename="../core/survey/versions.py"/>
        <source>land and sea use classes 2023</source>
        <translation>2023年用地用海分类</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>layer features overlap</source>
        <translation>图层要素重叠</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>layer not given</source>
        <translation>未提供图层</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>layer not touched</source>
        <translation>图层未压到</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>layer of changes, areas = changed patches</source>
        <translation>变化图层面积＝变化图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>layer of changes, features = changed patches</source>
        <translation>变化图层要素数＝变化图斑数</translation>
    </message>
    <message>
        <location filename="../core/summary/model.py"/>
        <source>layout does not fit the class table</source>
        <translation>表样与地类代码表不符</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_report.py"/>
        <source>ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_tables.py"/>
        <source>less: footprints overlap</source>
        <translation>减：地块重叠</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>link and freeze</source>
        <translation>挂钩冻结</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>link as a promise</source>
        <translation>承诺挂钩</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/tables.py"/>
        <source>list of blocks = blocks, added up</source>
        <translation>地块明细＝各地块之和</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>list of idle land + parcels that are not listed = all parcels</source>
        <translation>清单面积＋未列入清单的面积＝全部宗地面积</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>list of patches = sum of the patches</source>
        <translation>图斑清单＝图斑之和</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>listed pieces = T29, plots added up</source>
        <translation>压占明细＝红线压盖分析表（各地块相加）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>listed reasons = layer of reasons</source>
        <translation>问题明细＝问题图层</translation>
    </message>
    <message>
        <location filename="../core/summary/model.py"/>
        <source>location code missing</source>
        <translation>坐落代码缺失</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>major classes + unknown classes = total area</source>
        <translation>三大类+未识别地类=总面积</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>measure missing</source>
        <translation>缺少指标</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>measured after repair</source>
        <translation>修复后量算</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>measured in the plane of the layer</source>
        <translation>按图层坐标系量算的平面面积</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>mixed-integer programme (HiGHS), contiguity cut in as needed</source>
        <translation>混合整数规划（HiGHS），逐轮加入连片约束</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>more is drawn than there was: {left} would remain</source>
        <translation>已使用大于原有，剩余将为{left}</translation>
    </message>
    <message>
        <location filename="../core/exchange/area_words.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../core/exchange/area_words.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../core/summary/model.py"/>
        <source>name of the region unclear</source>
        <translation>行政区域名称不明</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>named</source>
        <translation>列入</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/noise.py"/>
        <source>narrow strip (width)</source>
        <translation>窄条（宽度）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>national utilisation grade (1 to 15)</source>
        <translation>国家利用等（1—15等）</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>neighbours listed = border of the plot</source>
        <translation>四至明细各段之和＝地块界线总长</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>net increase = end − begin</source>
        <translation>净增加＝年末－年初</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>no adjustment</source>
        <translation>不平差</translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>no conflict</source>
        <translation>未压占</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>no grade system is written for the grade; choose one</source>
        <translation>未写明等别体系，请选择</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>no location code</source>
        <translation>无坐落单位代码</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>no lot lies in a county of the projects ({projects} against {lots}); are the codes right?</source>
        <translation>储备项目与建设项目没有同县的（{projects}对{lots}），请核对行政区代码</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>no registered area</source>
        <translation>没有图斑面积</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>no rule for the code</source>
        <translation>无对照规则</translation>
    </message>
    <message>
        <location filename="../core/workbook/reading.py"/>
        <source>no unit of area is written above the table; {unit} is assumed</source>
        <translation>表上没有写面积单位，按{unit}读</translation>
    </message>
    <message>
        <location filename="../core/service/network/model.py"/>
        <source>no way on the roads</source>
        <translation>路网上到不了</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>none; only parcels are counted</source>
        <translation>无面积，只计图斑数</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>not a CSV file</source>
        <translation>不是 CSV 文件</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>not a CSV file ({reason})</source>
        <translation>不是 CSV 文件（{reason}）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/model.py"/>
        <source>not accepted yet, may only be promised</source>
        <translation>尚未验收，只能以承诺方式挂钩</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>not checked</source>
        <translation>不检查</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>not cultivated land in the survey</source>
        <translation>现状不是耕地</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>not from the reserve zone</source>
        <translation>不在永久基本农田储备区内</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>not proven; see the gap</source>
        <translation>未证明最优，见差距</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/model.py"/>
        <source>not stable, does not count</source>
        <translation>不计入（不稳定）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>not usable in a stable way over the long term</source>
        <translation>不属可长期稳定利用耕地</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/model.py"/>
        <source>nothing left to draw</source>
        <translation>没有剩余可用</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>number of lots drawn from</source>
        <translation>动用的储备项目个数</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>of another county</source>
        <translation>属其他县</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>of another county, to be transferred</source>
        <translation>属其他县，须调剂</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/model.py"/>
        <source>of construction land, another account</source>
        <translation>不计入（涉及建设用地，另行核算）</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>of no parcel</source>
        <translation>不属于图斑</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>of the programme: no assignment under these limits is better</source>
        <translation>整数规划的下界：在这些限制下没有更好的方案</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>of the relaxation without contiguity: no assignment can be better</source>
        <translation>不计连片的松弛问题的下界：不可能有更好的方案</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>of which on roads (minutes)</source>
        <translation>其中道路用时（分钟）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>off the diagonal = changed patches + ridges that changed alone</source>
        <translation>流向表非对角线＝变化图斑＋仅田坎变化</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>one to one</source>
        <translation>一对一</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>open</source>
        <translation>待核实</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>opening balance</source>
        <translation>期初建账</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>order of lots (soonest expiring or oldest first)</source>
        <translation>储备项目先后（先到期或先入库的先用）</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/table.py"/>
        <source>original + moved in = drawn + moved out + voided + remaining</source>
        <translation>原有＋调剂转入＝已使用＋调剂转出＋作废＋剩余</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>other disposed stock</source>
        <translation>处置其他存量面积</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>outflow + inflow, counted or not = all patches</source>
        <translation>流出＋流入（含不计入的）＝全部图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>outflow rectification</source>
        <translation>耕地流出整改</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>outside the districts given</source>
        <translation>在所给行政区之外</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>outside the survey</source>
        <translation>图斑未覆盖</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>overlaps another supplement block</source>
        <translation>与其他补划地块重叠</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>overlaps occupied land</source>
        <translation>与占用地块重叠</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>ownership nature unknown</source>
        <translation>权属性质不明</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>package and unchanged ground of the village = registered areas of its parcels</source>
        <translation>各村增量包面积与未变更面积之和＝图斑面积之和</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>paddy drawn beyond the need</source>
        <translation>多核销的水田</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>paddy short</source>
        <translation>水田缺口</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/words.py"/>
        <source>paddy {amount} mu</source>
        <translation>水田{amount}亩</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>paddy {m2} m² ({ha} ha, {mu} mu)</source>
        <translation>水田缺{m2}平方米（{ha}公顷，{mu}亩）</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>parcel areas by village = Σ TBMJ</source>
        <translation>各村图斑面积之和＝图斑面积合计</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>parcels by new code = parcels of the layer</source>
        <translation>按新编码合计图斑数=图层图斑数</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>parcels by old code = parcels of the layer</source>
        <translation>按原编码合计图斑数=图层图斑数</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>parcels by status = parcels of the layer</source>
        <translation>按转换方式合计图斑数=图层图斑数</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>parcels by village = parcels of the layer</source>
        <translation>各村图斑数之和＝图层图斑数</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>parcels counted = parcels of the layer</source>
        <translation>已计图斑数=图层图斑数</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>parcels in the pieces = cultivated parcels</source>
        <translation>地块涉及图斑数＝耕地图斑数</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>parcels of the district = its control area (DCMJ)</source>
        <translation>行政区内图斑面积之和=控制面积（DCMJ）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>parcels whose pieces do not add up = 0</source>
        <translation>变更面积合计不符的图斑数＝0</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>parcels whose ridge is larger than they are = 0</source>
        <translation>扣除面积大于图斑面积的图斑数=0</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>parcels without an area = 0</source>
        <translation>没有面积的图斑数=0</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>parts in the layer = approved − supplied of the batch</source>
        <translation>结果图层该批次未供面积＝批准－已供</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>parts in the layer = unsupplied land of all batches</source>
        <translation>结果图层未供面积＝各批次未供面积之和</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>parts lie in each other</source>
        <translation>各块互相套叠</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>patch smaller than allowed</source>
        <translation>连片面积小于规定</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>patches with ridges = changes they were cut from</source>
        <translation>图斑含田坎面积之和＝所属变化面积</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>pending approval</source>
        <translation>在途</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>people of the list = people of all places</source>
        <translation>明细人口之和＝全部地点人口</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>permanent basic farmland already</source>
        <translation>已是永久基本农田</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>pieces + rest of the parcel = registered area of the parcel</source>
        <translation>碎块＋图斑剩余部分＝图斑面积</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>pieces in any layer = numbers returned</source>
        <translation>压盖切块之和＝输出数值</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>pieces of the block = area of the block</source>
        <translation>地块的分割块＝地块面积</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>pieces of the plot = area of the plot</source>
        <translation>地块各碎块之和＝地块面积</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>pieces of the red line = its surveyed area</source>
        <translation>该红线各切块之和＝红线面积</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>pieces of the village = registered areas of its parcels</source>
        <translation>各村地块之和＝图斑面积之和</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>pieces that count = pieces cut</source>
        <translation>计入总计的碎块数＝切出的碎块数</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>pieces with ridges = registered areas of the cultivated parcels</source>
        <translation>各块含田坎面积之和＝耕地图斑登记面积</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>pinned</source>
        <translation>指定</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>pinned units kept</source>
        <translation>锁定单元未变</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>places by nearest base = all places</source>
        <translation>就近驻点各圈之和＝全部地点</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>planning statistics</source>
        <translation>规划统计</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>population</source>
        <translation>人口</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>project type</source>
        <translation>项目类型</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>project {code} is called {name} in the register</source>
        <translation>项目{code}在台账中的名称是“{name}”</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>promises: {aim}</source>
        <translation>承诺：{aim}</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>proven: no assignment is better</source>
        <translation>已证明没有更好的方案</translation>
    </message>
    <message>
        <location filename="../core/balance/printed_figures.py"/>
        <source>published figures that do not hold</source>
        <translation>不相符的公布数字个数</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>quantity drawn beyond the need</source>
        <translation>多核销的耕地数量</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>quantity short</source>
        <translation>耕地数量缺口</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/words.py"/>
        <source>quantity {amount} mu</source>
        <translation>数量{amount}亩</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/report.py"/>
        <source>quarter closed</source>
        <translation>本季已结账</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/report.py"/>
        <source>quarter open</source>
        <translation>本季未结账</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>reasons of the block = its pieces that carry the code</source>
        <translation>地块的原因面积＝带该代码的分割块</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>reclaim</source>
        <translation>收回</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>reclaimed</source>
        <translation>已收回</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>refused as supplement</source>
        <translation>不予补划</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>refuses the block</source>
        <translation>不予补划</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>regions = grades, stable land</source>
        <translation>分区表＝等别表，稳定耕地</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>regions = grades, unstable land</source>
        <translation>分区表＝等别表，不稳定耕地</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>regions = reasons, each reason</source>
        <translation>分区表＝原因表，逐项原因</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>regions = reasons, unstable land</source>
        <translation>分区表＝原因表，不稳定耕地</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>registered and measured area differ</source>
        <translation>图斑面积与量算面积不符</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>registered area of the layer</source>
        <translation>图层登记面积</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>registered area of the parcel (TBMJ)</source>
        <translation>图斑面积（TBMJ）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>registered parcel areas (TBMJ) of the earlier survey</source>
        <translation>上年图斑面积（TBMJ）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>registered parcel areas (TBMJ) of the later survey</source>
        <translation>本年图斑面积（TBMJ）</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>relaxation (HiGHS), rounding, repair and local search</source>
        <translation>线性松弛（HiGHS）、取整、修复和局部搜索</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>release of a reserve</source>
        <translation>取消预留</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>remaining and free</source>
        <translation>剩余可用</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>repayment of an advance</source>
        <translation>归还预支</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>reported by its former class</source>
        <translation>按占用前地类上报</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>requisition–compensation</source>
        <translation>占补平衡</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>reserve</source>
        <translation>预留</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <location filename="../core/service/teams.py"/>
        <source>responsible planner</source>
        <translation>责任规划师</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/model.py"/>
        <source>restored</source>
        <translation>整改恢复</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>result layer = T10</source>
        <translation>成果图层＝耕地流出整改台账</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>result layer = blocks</source>
        <translation>成果图层＝各地块之和</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>result layer = sum of the patches</source>
        <translation>成果图层＝图斑之和</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>result layer, {what} = sum of the pieces</source>
        <translation>成果图层{what}＝各块之和</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>result table, areas = total area</source>
        <translation>结果表面积之和=总面积</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>result table, parcels = parcels of the layer</source>
        <translation>结果表图斑数之和=图层图斑数</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>return of turnover quota</source>
        <translation>周转指标归还</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>return unused</source>
        <translation>退回</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>reversal</source>
        <translation>冲销</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>ridge fields of the parcel</source>
        <translation>图斑田坎系数、扣除面积</translation>
    </message>
    <message>
        <location filename="../core/summary/model.py"/>
        <source>ridge larger than the parcel</source>
        <translation>扣除面积大于图斑面积</translation>
    </message>
    <message>
        <location filename="../core/store/tables.py"/>
        <source>row policy</source>
        <translation>行级权限策略</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>row {number}</source>
        <translation>第{number}行</translation>
    </message>
    <message>
        <location filename="../core/importing/rows.py"/>
        <source>rows from {row} on stand below a note or a signature and are not read</source>
        <translation>第{row}行起在注或签名之后，未读</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>rows of the list + parcels that are not listed = all parcels</source>
        <translation>清单宗数＋未列入清单的宗数＝全部宗数</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>rows of the list = all places</source>
        <translation>明细行数＝全部地点</translation>
    </message>
    <message>
        <location filename="../core/balance/broken_rules.py"/>
        <source>rules that bind and are broken</source>
        <translation>违反必须遵守规则的条数</translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>seen in use</source>
        <translation>实际使用中见到</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>sent back</source>
        <translation>退件</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/model.py"/>
        <source>settled by the in–out balance</source>
        <translation>落实进出平衡</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>several projects are called “{value}”; give the code</source>
        <translation>有好几个项目都叫“{value}”，请填项目编码</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/pairing.py"/>
        <source>several rows could be the other side of this transfer; name the other holder</source>
        <translation>有好几行都可能是这笔调剂的对方，请填对方单位</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>shape repaired</source>
        <translation>图形已修复</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/model.py"/>
        <source>shape repaired or missing</source>
        <translation>图形修复或缺失</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>shared borders of the polygons</source>
        <translation>面的共用界线</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>shares of a side = 100 %</source>
        <translation>本方向各段比例之和＝100%</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>shares sum up to 100.00 %</source>
        <translation>比例之和=100.00%</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/noise.py"/>
        <source>shift of a common border</source>
        <translation>公共界线移位</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>short: {amounts}</source>
        <translation>缺口：{amounts}</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>shortfall moved to later projects</source>
        <translation>缺口留给靠后的项目</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>shortfall, earlier projects first</source>
        <translation>缺口（靠前的项目优先）</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/noise.py"/>
        <source>sliver (area)</source>
        <translation>碎面（面积）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/model.py"/>
        <source>sliver or moved border, does not count</source>
        <translation>不计入（碎屑、界线微移）</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>slivers</source>
        <translation>碎面</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>slivers in the layer = list of slivers</source>
        <translation>结果图层碎块面积＝碎块清单面积</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>slope level missing</source>
        <translation>缺坡度级</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>slope level {level}</source>
        <translation>坡度级{level}</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>smaller than the unit</source>
        <translation>小于最小取位</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>smaller than {area} m²</source>
        <translation>小于{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/service/network/speeds.py"/>
        <source>speed field</source>
        <translation>速度字段</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>stable + each reason = cultivated parcels without ridges</source>
        <translation>稳定＋各项原因＝耕地图斑（不含田坎）</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>stable land</source>
        <translation>稳定耕地</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>stable land of the sheet = stable land, rounded to its unit</source>
        <translation>表内稳定耕地＝稳定耕地（取位后）</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/checks.py"/>
        <source>stable land of the sheet = that of the survey, rounded once</source>
        <translation>表内稳定耕地＝调查的稳定耕地（取位一次）</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>standard deviation over all teams by the mean; 0 is even</source>
        <translation>各小组的标准差除以平均，0为完全均衡</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>start not due</source>
        <translation>未到约定动工日期</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>start overdue, not idle yet</source>
        <translation>逾期未动工</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>state + collective land + ground without ownership = T07</source>
        <translation>国有＋集体＋图斑未覆盖（或未给权属）＝占用土地分类面积表</translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>statutory</source>
        <translation>法定</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>straight to the nearest road, at most {distance} m, {speed} km/h</source>
        <translation>直线到最近的道路，最远{distance}米，{speed}公里/小时</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>straight, in km, from a point in the unit to the base</source>
        <translation>单元内一点到驻点的直线距离，公里</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>street or town</source>
        <translation>街道、乡镇</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>submit for approval</source>
        <translation>上报</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>sum of attribute values − ground with several values = whole layer</source>
        <translation>各属性值之和－重复压盖＝图层合计</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>sum of footprints − ground counted twice = total</source>
        <translation>各地块之和－重叠重复计＝总计</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>sum of regions = sum of control areas (DCMJ)</source>
        <translation>各行政区域面积之和=控制面积之和（DCMJ）</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>sum over classes = registered areas of the parcels</source>
        <translation>各地类面积之和=图斑面积之和</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>sum over regions = registered areas of the parcels</source>
        <translation>各行政区域面积之和=图斑面积之和</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_report.py"/>
        <source>supplied in {year} counts as disposed of in that year</source>
        <translation>{year}年供应的计为当年处置</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>surplus available</source>
        <translation>节余可用</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/booked.py"/>
        <source>surplus ledger used = positions, added up</source>
        <translation>节余指标账已使用＝各单位各项目区已使用之和</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/booked.py"/>
        <source>surplus ledger: transferred in ≤ transferred out</source>
        <translation>节余指标账：调入≤调出</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>surplus used</source>
        <translation>节余已使用</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>survey change</source>
        <translation>变更调查</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>survey parcels overlap</source>
        <translation>图斑重叠</translation>
    </message>
    <message>
        <location filename="../core/occupation/lists.py"/>
        <source>surveyed area of the footprint</source>
        <translation>勘测定界面积</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>suspected idle parcels in the result = numbers returned</source>
        <translation>结果图层疑似闲置宗数＝返回的宗数</translation>
    </message>
    <message>
        <location filename="../core/store/tables.py"/>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <location filename="../core/service/network/speeds.py"/>
        <source>table of speeds</source>
        <translation>速度表</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>task of approved-unsupplied land</source>
        <translation>批而未供处置任务</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>task of idle land</source>
        <translation>闲置处置任务</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>team without a unit</source>
        <translation>小组未分到单元</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>term of a team</source>
        <translation>小组聘期</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the amount is below nothing: {value}</source>
        <translation>指标为负数：{value}</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_verify.py"/>
        <source>the backup {file}</source>
        <translation>备份{file}</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>the booking date is missing</source>
        <translation>缺记账日期</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border crosses itself</source>
        <translation>图形自相交</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border is not valid</source>
        <translation>图形无效</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border touches itself</source>
        <translation>界线自相接触</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the capacity drawn is blank and is taken as none</source>
        <translation>已使用产能为空，按0计</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the capacity is computed from area and grade: {capacity} kg</source>
        <translation>产能按面积和等别测算：{capacity}公斤</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the capacity is missing and can't be computed without an area of farmland</source>
        <translation>缺少产能，且没有耕地数量，无法测算</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the capacity is missing, and a grade to compute it by</source>
        <translation>缺少产能，也没有可供测算的等别</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>the change package as delivered (TBBGMJ); nothing was measured again</source>
        <translation>按下发的更新数据包（TBBGMJ），不再量算</translation>
    </message>
    <message>
        <location filename="../core/workbook/reading.py"/>
        <source>the column “{heading}” is missing</source>
        <translation>缺“{heading}”列</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the day of entry {date} lies in the future</source>
        <translation>入库日期{date}晚于今天</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>the filing of the quarter {quarter}</source>
        <translation>季度备案{quarter}</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the formula has no stored result; open and save the file</source>
        <translation>公式没有保存结果，请打开后保存一次</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the grade is missing</source>
        <translation>缺少等别</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the grade {grade} is none of 1 to {worst}</source>
        <translation>等别{grade}不在1至{worst}之内</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>the heading {value} stands under that of another column</source>
        <translation>表头“{value}”落在另一列的表头之下</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the holder is missing</source>
        <translation>缺持有单位</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>the kind of business is missing</source>
        <translation>缺业务类型</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>the kind of business says {one}, the source {other}</source>
        <translation>业务类型指的是“{one}”，指标来源填的是“{other}”</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the lot has no amount at all</source>
        <translation>该储备项目没有任何指标</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/importing.py"/>
        <source>the lot is in the reserve with other original amounts: {kept}</source>
        <translation>该储备项目已入库，原有指标不同：{kept}</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/importing.py"/>
        <source>the lot is in the reserve; there {kept} is drawn, draws are booked one by one</source>
        <translation>该储备项目已入库，台账中已使用{kept}；核销须逐笔记账</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the lot was valid until {valid_to}</source>
        <translation>该储备项目的有效期至{valid_to}，已过期</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/pairing.py"/>
        <source>the other holder of the transfer is missing</source>
        <translation>缺调剂的对方单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>the printed filing</source>
        <translation>印出的备案表</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/audit.py"/>
        <source>the project</source>
        <translation>本项目</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>the project lies in several counties ({counties}); counted for {county}</source>
        <translation>项目跨县（{counties}），计入{county}</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>the quota source is missing</source>
        <translation>缺指标来源</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>the quota year is missing</source>
        <translation>缺指标年度</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the remainder is {given}, original less drawn is {right}</source>
        <translation>剩余为{given}，原有减已使用为{right}</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the row has grades of two systems</source>
        <translation>同一行有两种体系的等别</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>the row has no amount</source>
        <translation>本行没有面积</translation>
    </message>
    <message>
        <location filename="../core/importing/rows.py"/>
        <source>the row has nothing in the columns that are read; left out</source>
        <translation>本行在所读各列中都是空的，未读</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/demand_of.py"/>
        <source>the same farmland is taken by project {other}; each makes up for it</source>
        <translation>同一块耕地也被项目{other}占用，各自补充</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the sheet has grades of two systems, which are never mixed</source>
        <translation>表中有两种体系的等别，两种体系不得混用</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>the sheet names another grade system than the one that was chosen</source>
        <translation>表中写明的等别体系与所选体系不同</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/importing.py"/>
        <source>the sheet names another unit of area than the one that was chosen and is used</source>
        <translation>表中写的面积单位与选定的不同，按选定的读</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/importing.py"/>
        <source>the sheet names another unit of capacity than the one that was chosen and is used</source>
        <translation>表中写明的产能单位与所选单位不同，按所选单位读取</translation>
    </message>
    <message>
        <location filename="../core/importing/sums.py"/>
        <source>the sum row says {given}, its rows add up to {sum}</source>
        <translation>合计行写的是{given}，各行相加为{sum}</translation>
    </message>
    <message>
        <location filename="../core/workbook/list_reading.py"/>
        <source>the sum row “{label}” is not the sum of any rows above it</source>
        <translation>“{label}”行与上面各行之和对不上</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>the text is neither UTF-8 nor GBK</source>
        <translation>文字编码既不是 UTF-8 也不是 GBK</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>the three indicators of a lot together, in proportion</source>
        <translation>同一储备项目的三项指标按比例一并核销</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>the time limit ended the search; at most so much could be saved</source>
        <translation>到时限停止搜索，至多还能节省这么多</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>there is no line “column”</source>
        <translation>没有 column 行</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>this column is missing</source>
        <translation>缺这一列</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>this must not be empty</source>
        <translation>不能为空</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/stages.py"/>
        <source>ties by lot code</source>
        <translation>其余相同的按储备项目编号</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>to be decided</source>
        <translation>待审定</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>too short to be named</source>
        <translation>过短，未列入</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/reason_kinds.py"/>
        <source>too steep</source>
        <translation>坡度超过规定</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>total of the sheet = changed patches</source>
        <translation>表合计＝变化图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>total of the sheet = total area, rounded to its unit</source>
        <translation>表内总面积=总面积（取位后）</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>total of {count} projects</source>
        <translation>合计（{count}个项目）</translation>
    </message>
    <message>
        <location filename="../core/summary/report.py"/>
        <source>township</source>
        <translation>乡级</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>transfer in</source>
        <translation>调入</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>transfer out</source>
        <translation>调出</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>transferred amounts can't be imported: enter the lot whole and book the transfer</source>
        <translation>调剂数不能导入：请先整项入库，再办理调剂</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>travel of all units, each as often as it counts, and the price of changes</source>
        <translation>各单元路程按计次加总，另加调整的代价</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>travel of the table and of the layer</source>
        <translation>表与图层的路程相等</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>travel time</source>
        <translation>通达时间</translation>
    </message>
    <message>
        <location filename="../core/store/tables.py"/>
        <source>trigger</source>
        <translation>触发器</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>turnover quota out</source>
        <translation>周转指标未归还</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>two rings are the same</source>
        <translation>两圈相同</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>two surveys laid over one another</source>
        <translation>两期调查叠加</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>under construction</source>
        <translation>在建</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>unit of a table not matched</source>
        <translation>表中单元未匹配</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>units joined over a gap</source>
        <translation>隔开的单元接连</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>unknown holder “{value}”</source>
        <translation>没有持有单位“{value}”</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>unknown kind of business “{value}”</source>
        <translation>不认识业务类型“{value}”</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>unknown project “{value}”</source>
        <translation>台账中没有项目“{value}”</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>unknown quota source “{value}”</source>
        <translation>不认识指标来源“{value}”</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>unlink and unfreeze</source>
        <translation>解挂</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>unstable land of the sheet = unstable land, rounded to its unit</source>
        <translation>表内不稳定耕地＝不稳定耕地（取位后）</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>upper level</source>
        <translation>上级</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>usable + unusable part = area of the block</source>
        <translation>合格部分＋不合格部分＝地块面积</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>usable part of the block = its pieces that count</source>
        <translation>地块合格部分＝计入的分割块</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>use (land approval)</source>
        <translation>使用</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/vocabulary.py"/>
        <source>use of surplus</source>
        <translation>使用节余</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>used (approved)</source>
        <translation>已使用</translation>
    </message>
    <message>
        <location filename="../core/store/tables.py"/>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <location filename="../core/summary/report.py"/>
        <source>village</source>
        <translation>村级</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>village or community</source>
        <translation>村、社区</translation>
    </message>
    <message>
        <location filename="../core/service/teams.py"/>
        <source>village planner</source>
        <translation>乡村规划师</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>visits due</source>
        <translation>应走访次数</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/vocabulary.py"/>
        <source>voided</source>
        <translation>作废收回</translation>
    </message>
    <message>
        <location filename="../core/balance/broken_rules.py"/>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>what is ignored ≤ unusable part of a refused block</source>
        <translation>可忽略面积≤不予补划地块的不合格部分</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/checks.py"/>
        <source>what is missing = occupied − supplement, where that is above nothing</source>
        <translation>尚缺＝占用−补划（大于零时）</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>where lines have a common vertex</source>
        <translation>道路有公共节点处</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>wherever lines cross ({count} places), bridges too</source>
        <translation>凡线相交处（{count}处），立交桥也算</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>whole area</source>
        <translation>全部范围</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>whole layer</source>
        <translation>全图层</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/checks.py"/>
        <source>whole survey</source>
        <translation>全部图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>whole-number certificate: dual value equals the value</source>
        <translation>整数核验：对偶值等于目标值</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>wide table = overview, each major class</source>
        <translation>横表=概览表（各大类）</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>wide table = tall table, each class</source>
        <translation>横表=竖表（各地类）</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>with field ridges (gross)</source>
        <translation>含田坎</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>with field ridges: {area} m²</source>
        <translation>含田坎{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/checks.py"/>
        <source>with noise − noise = without noise</source>
        <translation>全部－碎面＝剔除碎面后</translation>
    </message>
    <message>
        <location filename="../core/service/network/model.py"/>
        <source>within the bands</source>
        <translation>时间圈内</translation>
    </message>
    <message>
        <location filename="../core/service/network/model.py"/>
        <source>without a shape</source>
        <translation>无图形</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>without field ridges (net)</source>
        <translation>扣田坎</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>workload uneven</source>
        <translation>工作量不均衡</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>write head:line:span or foot:line:span, such as head:1:2</source>
        <translation>应写 head:行:列数 或 foot:行:列数，例如 head:1:2</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>write-off</source>
        <translation>核销</translation>
    </message>
    <message>
        <location filename="../core/quota/vocabulary.py"/>
        <source>written off</source>
        <translation>已核销</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>{accepted} mu of reclamation are accepted, {approved} mu of demolition are approved.</source>
        <translation>验收复垦{accepted}亩，大于批复拆旧复垦规模{approved}亩。</translation>
    </message>
    <message>
        <location filename="../core/quota/quarters.py"/>
        <source>{account}: at the end of {quarter} the balance is {amount} mu, below nothing: something was booked before the quota it takes. Reverse that voucher and book it later, then close the quarter.</source>
        <translation>{account}：{quarter}末余额为{amount}亩，为负：有凭证的记账日期早于所用指标的到账日期。请冲销该凭证并按较晚日期重新记账，再办理季度结账。</translation>
    </message>
    <message>
        <location filename="../core/quota/verifying.py"/>
        <source>{account}: cultivated land {cultivated} mu, agricultural land {agricultural} mu, total {total} mu.</source>
        <translation>{account}：耕地{cultivated}亩、农用地{agricultural}亩、总面积{total}亩，耕地不得大于农用地，农用地不得大于总面积。</translation>
    </message>
    <message>
        <location filename="../core/quota/verifying.py"/>
        <source>{account}: locked quota stands without its project.</source>
        <translation>{account}：锁定到项目的指标没有对应项目。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{account}: of {total} mu left, {agricultural} would be agricultural and {cultivated} cultivated; not all of a part can be used any more.</source>
        <translation>{account}：余 {total} 亩，其中农用地 {agricultural} 亩、耕地 {cultivated} 亩，其中数已不能全部用上。</translation>
    </message>
    <message>
        <location filename="../core/quota/verifying.py"/>
        <source>{account}: the balance falls to {amount} mu, below nothing.</source>
        <translation>{account}：余额变为{amount}亩，为负数。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{account}: the line of {total} mu has {agricultural} agricultural and {cultivated} cultivated; each part must not exceed the one before.</source>
        <translation>{account}：本笔 {total} 亩，其中农用地 {agricultural} 亩、耕地 {cultivated} 亩；其中数不得大于其上一项。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{account}: there are {has} mu, {asked} mu are asked for.</source>
        <translation>{account}：余额{has}亩，申请{asked}亩，余额不足。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{account}: {lack} mu of the agricultural part are lacking.</source>
        <translation>{account}：其中农用地余额不足，缺{lack}亩。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{account}: {lack} mu of the cultivated part are lacking.</source>
        <translation>{account}：其中耕地余额不足，缺{lack}亩。</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>{amount} mu</source>
        <translation>{amount}亩</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>{amount}: the register says {register} mu, the blocks {blocks} mu.</source>
        <translation>{amount}：项目台账{register}亩，地块合计{blocks}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>{area} mu</source>
        <translation>{area}亩</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>{area} mu beyond the yearly ceiling, not matched</source>
        <translation>超年度上限{area}亩，未挂钩</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/report.py"/>
        <source>{area} m²</source>
        <translation>{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/ground.py"/>
        <source>{area} m² are counted for the spot {spot} and for the spot {other}.</source>
        <translation>有{area}平方米既算给图斑{spot}又算给图斑{other}。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>{area} m² lie in another village now (ZLDWDM); they count in the village they were in.</source>
        <translation>有 {area} 平方米的坐落单位（ZLDWDM）两年不同，按上年坐落单位统计。</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{area} m² narrower than the tolerance</source>
        <translation>窄于靠齐距离的共{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/job.py"/>
        <source>{area} m² of stable cultivated land have no grade; their capacity is not counted.</source>
        <translation>有{area}平方米稳定耕地没有等别，未计产能。</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>{area} m² of the districts are covered by no parcel.</source>
        <translation>行政区范围内有 {area} 平方米没有图斑覆盖。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/audit.py"/>
        <source>{area} m² of the farmland that {project} takes have no grade.</source>
        <translation>{project}占用的耕地中有{area}平方米缺质量等别。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/audit.py"/>
        <source>{area} m² of the occupied prime farmland are no farmland in the survey: their area counts, a grade and a capacity they do not have.</source>
        <translation>占用的永久基本农田中有{area}平方米现状不是耕地：面积计入，没有质量等别和产能。</translation>
    </message>
    <message>
        <location filename="../core/checking/coverage.py"/>
        <source>{area} m² of the parcel lie outside the districts.</source>
        <translation>图斑有 {area} 平方米超出行政区范围。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/ground.py"/>
        <source>{area} m² of the patch {patch} lie in outflow spots.</source>
        <translation>转进（补划）图斑{patch}有{area}平方米落在流出图斑内。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/ground.py"/>
        <source>{area} m² of the restored land lie outside the spot.</source>
        <translation>整改恢复范围有{area}平方米在本图斑之外。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>{area} m² under the noise rule {rule}, told apart</source>
        <translation>属{rule}的{area}平方米，单列</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>{before} ({one}) was taken as the earlier survey, {after} ({other}) as the later one, as was said.</source>
        <translation>已按要求以 {before}（{one} 年）为上年、{after}（{other} 年）为本年。</translation>
    </message>
    <message>
        <location filename="../core/balance/yearly/report.py"/>
        <source>{book}, closed up to {year} by voucher {number}</source>
        <translation>{book}，已结账至{year}年度，末号凭证{number}</translation>
    </message>
    <message>
        <location filename="../core/quota/book_ends.py"/>
        <source>{book}, record {number}</source>
        <translation>{book} 登记第{number}号</translation>
    </message>
    <message>
        <location filename="../core/quota/book_ends.py"/>
        <source>{book}, voucher {number}</source>
        <translation>{book} 凭证第{number}号</translation>
    </message>
    <message>
        <location filename="../core/quota/closing.py"/>
        <source>{book}, {quarter}: opening plus received minus spent is not the closing balance of {state}, {source}. Verify the ledger.</source>
        <translation>{book}，{quarter}：{state}、{source}的期初＋收入－支出不等于期末，请做台账校验。</translation>
    </message>
    <message>
        <location filename="../core/quota/problems.py"/>
        <source>{book}, {year}, {source}, {state}</source>
        <translation>{book}{year}年度{source}{state}</translation>
    </message>
    <message>
        <location filename="../core/quota/problems.py"/>
        <source>{book}, {year}, {source}, {state}, project {project}</source>
        <translation>{book}{year}年度{source}{state}（项目{project}）</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>{building} mu are built on, {accepted} mu of reclamation are accepted.</source>
        <translation>建新（含安置）{building}亩，超过验收复垦{accepted}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>{building} mu are built on, {approved} mu of demolition are approved.</source>
        <translation>建新（含安置）{building}亩，大于批复拆旧复垦规模{approved}亩。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>{codes} by code, {parcels} by parcel</source>
        <translation>按编码{codes}条，逐图斑{parcels}条</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>{codes} more class codes are not in code table {table}; {count} parcels. Is it the right field?</source>
        <translation>另有{codes}种地类编码不在地类代码表{table}中，共{count}个图斑。字段是否选错？</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/siting.py"/>
        <source>{count} bases take less than the units need; {lack} are lacking.</source>
        <translation>{count}个驻点的容量小于单元的需求，缺{lack}。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>{count} bases; travel {value}, bound {bound}, gap {gap} %</source>
        <translation>{count}个驻点，路程{value}，下界{bound}，差距{gap}%</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>{count} changed, at least {least} must</source>
        <translation>调整{count}个，至少须调整{least}个</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{count} corners, largest shift {shift} mm, {area} m²</source>
        <translation>{count}个拐点，最大移动{shift}毫米，面积{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>{count} cultivated parcels</source>
        <translation>{count}个耕地图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/job.py"/>
        <source>{count} cultivated parcels have no slope level and count as not steep; the first is {feature}.</source>
        <translation>{count}个耕地图斑没有坡度级，按25°以下计；第一个是要素{feature}。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/convert.py"/>
        <source>{count} decisions fit no row of layer {layer}: {which}.</source>
        <translation>{count}条审定在图层{layer}中没有对应图斑：{which}。</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>{count} directions by the outward normal of each piece of border</source>
        <translation>{count}方位，按每段界线的外法线方向划分</translation>
    </message>
    <message>
        <location filename="../core/summary/checks.py"/>
        <source>{count} districts</source>
        <translation>{count}个行政区</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>{count} features have no population and count as nobody.</source>
        <translation>有{count}个要素没有填人口，按0人计。</translation>
    </message>
    <message>
        <location filename="../core/importing/rows.py"/>
        <source>{count} hidden or filtered rows are read too, the first is row {row}</source>
        <translation>有{count}行是隐藏或被筛掉的，也已读入，第一处在第{row}行</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>{count} line ends are a lone carriage return and were read as line ends.</source>
        <translation>有{count}处换行只有回车符（CR），已按换行读。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/checks.py"/>
        <source>{count} lines</source>
        <translation>{count}笔</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/table.py"/>
        <source>{count} lots are not accepted yet: they may be linked as a promise only.</source>
        <translation>其中{count}个储备项目正在实施（未验收），只能以承诺方式挂钩。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/report.py"/>
        <source>{count} lots without a capacity; preset {preset}, {system}</source>
        <translation>{count}个项目未填产能；口径{preset}，{system}</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/job.py"/>
        <source>{count} more features have no shape or one that was repaired.</source>
        <translation>另有{count}个要素没有图形或图形已修复。</translation>
    </message>
    <message>
        <location filename="../core/occupation/mending.py"/>
        <source>{count} more features have no shape.</source>
        <translation>另有{count}个要素没有图形。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>{count} parcels</source>
        <translation>{count}个图斑</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>{count} parcels are drawn alike in both surveys and were not cut</source>
        <translation>{count} 个图斑两年图形一致，未切割</translation>
    </message>
    <message>
        <location filename="../core/checking/class_codes.py"/>
        <source>{count} parcels have codes of other classes: {version} ({codes}).</source>
        <translation>{count}个图斑的地类编码属于{version}（{codes}）。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>{count} parcels have no class code.</source>
        <translation>{count}个图斑没有地类编码。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>{count} parcels have no registered area (TBMJ) and were measured; the first is {feature}.</source>
        <translation>{count} 个图斑没有图斑面积（TBMJ），已按图形量算；首个要素为 {feature}。</translation>
    </message>
    <message>
        <location filename="../core/summary/job.py"/>
        <source>{count} parcels have no usable location code (ZLDWDM); the first is {feature}.</source>
        <translation>{count}个图斑没有可用的坐落单位代码（ZLDWDM），第一个是{feature}。</translation>
    </message>
    <message>
        <location filename="../core/summary/job.py"/>
        <source>{count} parcels have the class {code} {name}, which tells no second-level class.</source>
        <translation>{count}个图斑的地类为{code} {name}，没有二级类。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/surveys.py"/>
        <source>{count} parcels have the code {code}, which the class table does not know.</source>
        <translation>{count}个图斑的编码{code}不在地类代码表中。</translation>
    </message>
    <message>
        <location filename="../core/checking/districts.py"/>
        <source>{count} parcels of district {code} {name} add up to {sum} m², its area is {registered} m²: {difference} m².</source>
        <translation>{count}个图斑属于行政区{code}{name}，面积之和{sum}平方米，调查面积{registered}平方米，相差{difference}平方米。</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/package.py"/>
        <source>{count} parcels of the package are not in layer {layer}.</source>
        <translation>变更增量包中有 {count} 个图斑不在图层 {layer} 中。</translation>
    </message>
    <message>
        <location filename="../core/quota/idle_report.py"/>
        <source>{count} parcels, {area} ha</source>
        <translation>{count}宗，{area}公顷</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>{count} parcels, {year}</source>
        <translation>{count} 个图斑，{year} 年</translation>
    </message>
    <message>
        <location filename="../core/summary/job.py"/>
        <source>{count} parcels; the first, feature {feature}: {reason}</source>
        <translation>{count}个图斑；第一个为要素{feature}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>{count} patches</source>
        <translation>{count}块</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/report.py"/>
        <source>{count} patches without a grade: outflow as the best, inflow as the worst grade</source>
        <translation>{count}块缺等别：流出按最好等别、流入按最差等别计</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>{count} pieces are smaller than {limit} m².</source>
        <translation>有{count}个碎块小于{limit}平方米。</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/patches.py"/>
        <source>{count} pieces of cultivated land, {area} m², lie in one of the two surveys only and count nowhere.</source>
        <translation>有{count}块耕地、{area}平方米只在一期调查内，不计入流出、流入。</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{count} pieces, {area} m²</source>
        <translation>{count}块，{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>{count} pieces, {cut} of them parts of a parcel</source>
        <translation>{count}块，其中{cut}块是图斑的一部分</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>{count} pieces; BGXW {acts}</source>
        <translation>{count} 个变更图斑；变更行为（BGXW）{acts}</translation>
    </message>
    <message>
        <location filename="../core/workbook/identities.py"/>
        <source>{count} places, sum</source>
        <translation>共 {count} 处，合计</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>{count} plot numbers stand more than once: {features}.</source>
        <translation>{count}个地块编号重复：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>{count} plots have holes that vanish at {decimals} decimals; these were left out: {features}.</source>
        <translation>{count}个地块的内圈按{decimals}位小数取整后消失，未写出：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>{count} plots have no number: {features}.</source>
        <translation>{count}个地块没有编号：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>{count} plots have points that coincide at {decimals} decimals; these were written once: {features}.</source>
        <translation>{count}个地块有界址点按{decimals}位小数取整后重合，只写一次：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/export.py"/>
        <source>{count} plots print another area than the file they came from (now / then): {features}.</source>
        <translation>{count}个地块写出的面积与原文件所写不同（现/原）：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/export.py"/>
        <source>{count} plots print another area than their border encloses (printed / border): {features}.</source>
        <translation>{count}个地块写出的面积与界线面积不同（写出/界线）：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/export.py"/>
        <source>{count} plots reach beyond the strip of zone {zone}: {features}.</source>
        <translation>{count}个地块超出{zone}带的范围：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>{count} plots with a border that crosses itself were written as drawn: {features}.</source>
        <translation>{count}个地块界线自相交，已照原样写出：{features}。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/report.py"/>
        <source>{count} project areas, {surplus} mu of surplus, {left} mu left</source>
        <translation>{count}个项目区，节余{surplus}亩，剩余{left}亩</translation>
    </message>
    <message>
        <location filename="../core/summary/report.py"/>
        <source>{count} regions, by the first {digits} digits of ZLDWDM</source>
        <translation>{count}个行政区域，按坐落单位代码前{digits}位</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_report.py"/>
        <source>{count} rows</source>
        <translation>{count}行</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage_condition.py"/>
        <source>{count} rows of the table {name} belong to nothing in the ledger.</source>
        <translation>表{name}有{count}行在台账中无所归属。</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>{count} shapes</source>
        <translation>{count}个图形</translation>
    </message>
    <message>
        <location filename="../processing/adapters/row_parts.py"/>
        <source>{count} shapes of layer {layer} can't be read; they count as missing.</source>
        <translation>图层“{layer}”有 {count} 个图形无法读取，按空图形处理。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/report.py"/>
        <source>{count} spots, {area} mu to be rectified</source>
        <translation>{count}个图斑，应整改{area}亩</translation>
    </message>
    <message>
        <location filename="../core/quota/supply.py"/>
        <source>{count} supplied parcels name the approval {number}, which is not in the register.</source>
        <translation>有{count}宗供地注明批复{number}，报批台账里没有这个批复。</translation>
    </message>
    <message>
        <location filename="../core/quota/supply.py"/>
        <source>{count} supplied parcels of {area} mu have no date and count in no year.</source>
        <translation>有{count}宗供地（{area}亩）没有签订日期，哪一年都未计入。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>{count} teams</source>
        <translation>{count}个小组</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>{count} teams have no capacity: {teams}. Enter it, or give one for all.</source>
        <translation>有{count}个小组没有容量：{teams}。请补填，或给出统一的容量。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>{count} texts held line breaks or the separator of the file; these were replaced: {features}.</source>
        <translation>{count}处文字含有换行或文件的分隔符，已替换：{features}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/writing.py"/>
        <source>{count} texts will be read back otherwise, their place being ambiguous: {features}.</source>
        <translation>{count}处文字因版式有歧义，读回时会不同：{features}。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>{count} units</source>
        <translation>{count}个单元</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/search.py"/>
        <source>{count} units can't be joined to any team's area without a break; look at pinned units and at teams that can't be reached.</source>
        <translation>有{count}个单元无法与任何小组的片区相连，请检查锁定单元和不能到达的小组。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>{crs} is in degrees; files of coordinates in metres need a zone.</source>
        <translation>{crs} 是经纬度坐标系；以米为单位的坐标要选投影带。</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>{crs}; {count} features</source>
        <translation>{crs}；{count}个要素</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{crs}; {count} features read near the footprints</source>
        <translation>{crs}；读入红线附近{count}个要素</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>{decimals} decimals; cells rounded once by the largest remainder, all sums are sums of cells</source>
        <translation>{decimals}位小数；格内数按尾数大小取舍一次，各级合计均为格内数之和</translation>
    </message>
    <message>
        <location filename="../core/adjacency/tables.py"/>
        <source>{distance} m, first looked at {probe} m</source>
        <translation>{distance}米，先看{probe}米处</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>{done} mu were rectified, only {due} mu have to be.</source>
        <translation>整改合计{done}亩，超过应整改的{due}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>{event}: the amount must be above nothing.</source>
        <translation>{event}：面积须大于0。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{event}: the approval document is missing.</source>
        <translation>{event}：没有填写批复文号。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>{event}: the document number is missing.</source>
        <translation>{event}：没有填写依据文号。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>{event}: the project area is missing.</source>
        <translation>{event}：未填项目区编号。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>{event}: the project is missing.</source>
        <translation>{event}：没有填写项目。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>{event}: the reason is missing.</source>
        <translation>{event}：没有填写原因。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{event}: the source is missing.</source>
        <translation>{event}：没有填写指标来源。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{event}: {source} is a liability, choose a real source.</source>
        <translation>{event}：{source}为负债，请选择正式指标来源。</translation>
    </message>
    <message>
        <location filename="../core/checking/row_checks.py"/>
        <source>{field} is empty in the whole layer; {count} parcels must have it.</source>
        <translation>{field}在整个图层中均为空，应填的图斑有{count}个。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>{field} is missing</source>
        <translation>缺{field}</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_form.py"/>
        <source>{field}: “{text}” is not an area.</source>
        <translation>{field}：“{text}”不是面积。</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>{file} can't be read: {reason}</source>
        <translation>{file} 读不了：{reason}</translation>
    </message>
    <message>
        <location filename="../processing/adapters/sink_targets.py"/>
        <source>{file} can't be replaced; it may be open in another program or in QGIS. Nothing was written.</source>
        <translation>无法替换{file}：可能正被其他程序或QGIS打开。未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>{file} can't be written: a workbook needs a name that ends in .xlsx.</source>
        <translation>无法写入{file}：工作簿的文件名须以.xlsx结尾。</translation>
    </message>
    <message>
        <location filename="../core/beside.py"/>
        <source>{file} can't be written: the folder or the file is read-only, or it is open in another program.</source>
        <translation>{file} 写不了：文件夹或文件只读，或正在别的程序里打开。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/sink_targets.py"/>
        <source>{file} can't be written: the folder {folder} is read-only; choose another one.</source>
        <translation>无法写入{file}：文件夹{folder}为只读，请另选文件夹。</translation>
    </message>
    <message>
        <location filename="../core/beside.py"/>
        <source>{file} can't be written: {reason}.</source>
        <translation>{file} 写不了：{reason}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{file} is a .dwg drawing: in CAD, save it as DXF (ASCII, 2000 or later) and choose that.</source>
        <translation>{file} 是.dwg图：请在CAD中另存为DXF（ASCII，2000或以上版本）再选。</translation>
    </message>
    <message>
        <location filename="../core/exchange/export.py"/>
        <source>{file} is a file, not a folder.</source>
        <translation>{file}是文件，不是文件夹。</translation>
    </message>
    <message>
        <location filename="../core/beside.py"/>
        <source>{file} is a folder, not a file.</source>
        <translation>{file} 是文件夹，不是文件。</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{file} is an Access database: open it with ArcGIS, or in QGIS through ODBC, and save its layer as GeoPackage.</source>
        <translation>{file} 是Access数据库：请用ArcGIS打开，或在QGIS中通过ODBC打开，把图层另存为GeoPackage再用。</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{file} is an old workbook: open it in Excel or WPS, save it as .xlsx and choose that.</source>
        <translation>{file} 是旧版工作簿：请用Excel或WPS打开，另存为.xlsx再选。</translation>
    </message>
    <message>
        <location filename="../core/store/geopackage.py"/>
        <source>{file} is no ledger of Land Ledger; choose another file.</source>
        <translation>{file} 不是土地台账的台账文件，请另选。</translation>
    </message>
    <message>
        <location filename="../core/workbook/cells.py"/>
        <source>{file} is no workbook that can be read ({reason}).</source>
        <translation>{file} 不是能读的工作簿（{reason}）。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/farmland_report.py"/>
        <source>{file} is read by this run; choose another file for the workbook.</source>
        <translation>{file}是本次要读取的文件，工作簿请另选文件。</translation>
    </message>
    <message>
        <location filename="../core/exchange/export.py"/>
        <source>{file} is the layer itself; choose another name.</source>
        <translation>{file}就是图层本身的文件，请另起文件名。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>{file} is the ledger itself; choose another file.</source>
        <translation>{file}就是台账本身，请另选文件。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>{file} was brought from {crs} to {main}, point by point; its areas stay those of {crs}.</source>
        <translation>{file} 已由 {crs} 逐点换算到 {main}，面积仍按 {crs} 计算。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/crosswalk.py"/>
        <source>{file}, line {line}: the code {code} stands there twice.</source>
        <translation>{file} 第{line}行：编码 {code} 重复。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: the column {column} is empty.</source>
        <translation>{file} 第{line}行：“{column}”列为空。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: the line can't be read as CSV.</source>
        <translation>{file} 第{line}行：不是正确的CSV，读不出来。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>{file}, line {line}: the plot can't be brought to {main}.</source>
        <translation>{file} 第{line}行：该地块不能换算到 {main}。</translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>{file}, line {line}: the rule {key} stands there twice for the same year.</source>
        <translation>{file} 第{line}行：同一年度的规则 {key} 重复。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: there are more cells than columns in the header.</source>
        <translation>{file} 第{line}行：单元格比表头的列多。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>{file}, line {line}: {text}</source>
        <translation>{file} 第{line}行：{text}</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: “{value}” is no valid value of the column {column}.</source>
        <translation>{file} 第{line}行：“{column}”列的值“{value}”无效。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/policy.py"/>
        <source>{file}, line {line}: “{value}” is no valid value of the rule {key}.</source>
        <translation>{file} 第{line}行：规则 {key} 的值“{value}”无效。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/decisions.py"/>
        <source>{file}, {place}: a decision without a class code or BSM.</source>
        <translation>{file}，{place}：审定没有地类编码或标识码。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/decisions.py"/>
        <source>{file}, {place}: the decided code {code} is not in the class table {version}.</source>
        <translation>{file}，{place}：审定编码{code}不在地类代码表{version}中。</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/decisions.py"/>
        <source>{file}, {place}: {what} is decided twice, as {first} and as {second}.</source>
        <translation>{file}，{place}：{what}审定了两次，{first}和{second}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{file}: only .txt, .csv, .xlsx and .dxf files can be read here.</source>
        <translation>{file}：这里只能读.txt、.csv、.xlsx和.dxf文件。</translation>
    </message>
    <message>
        <location filename="../core/balance/grades.py"/>
        <source>{file}: the capacity preset {preset} has no yield for some grade of 1 to {worst}.</source>
        <translation>{file}：产能标准{preset}缺少1至{worst}等中某一等的产能。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>{file}: {count} plots, layout {layout}, {crs}.</source>
        <translation>{file}：{count}个地块，版式：{layout}，坐标系 {crs}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>{file}: {text}</source>
        <translation>{file}：{text}</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/importing.py"/>
        <source>{first} ({count} cells are wrong.) Nothing was posted.</source>
        <translation>{first}（共{count}处有误）未入账。</translation>
    </message>
    <message>
        <location filename="../core/service/assigning.py"/>
        <source>{first} and {second} are joined over a gap: nothing else borders on one of them.</source>
        <translation>{first}与{second}隔开相接：其中一个没有别的相邻单元。</translation>
    </message>
    <message>
        <location filename="../core/balance/stable/report.py"/>
        <source>{first} and {second}: {area} m²</source>
        <translation>{first}与{second}：{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{first} is in {crs}, {other} in {other_crs}: import them apart, or tick “Bring all files into one zone”.</source>
        <translation>{first} 是 {crs}，{other} 是 {other_crs}，不在同一带：请分别导入，或勾选“统一到一个带”。</translation>
    </message>
    <message>
        <location filename="../core/quota/tables/report.py"/>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/words.py"/>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>{first}, {second} are degrees; plane coordinates in metres are needed.</source>
        <translation>{first}，{second} 是经纬度；这里要平面坐标（米）。</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>{first}, {second} lie nowhere in China (north 1800000 to 6000000, east 6 digits or 8 with the zone).</source>
        <translation>{first}，{second} 不在我国范围内（北坐标应在1800000至6000000之间，东坐标应为6位，或带带号的8位）。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/rules.py"/>
        <source>{holder} has another lot with the code {lot} already.</source>
        <translation>{holder}已有编号为{lot}的另一个储备项目。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/surplus.py"/>
        <source>{holder} has no linkage book in this ledger.</source>
        <translation>本台账中没有{holder}的增减挂钩账簿。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/ledger.py"/>
        <source>{holder} has no reserve in this ledger.</source>
        <translation>{holder}在本台账中没有储备库。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder} {year}: there are two rows of this holder and year.</source>
        <translation>{holder}{year}年有两行数据。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder} {year}: {what} is {area} mu; it can't be negative.</source>
        <translation>{holder}{year}年：{what}为{area}亩，不能是负数。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>{holder}, lot {lot}: {amounts} remain.</source>
        <translation>{holder}，储备项目{lot}：剩余可用{amounts}。</translation>
    </message>
    <message>
        <location filename="../core/quota/rules.py"/>
        <source>{holder}: advances of {count} projects are older than {quarters} quarters and not cleared ({project} …).</source>
        <translation>{holder}：{count}个项目的预支超过{quarters}个季度未核销（{project}等）。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder}: other disposed stock of {area} mu counts for nothing by the rule of {year}.</source>
        <translation>{holder}：按{year}年规则，处置的其他存量{area}亩不核算指标。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder}: the confirmed amount has no document number and can't be booked.</source>
        <translation>{holder}：核定数没有文号，不能入账。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder}: the plan of the next year is missing; bonus or deduction is left out.</source>
        <translation>{holder}：没有下年度因素法计划，奖励或核减未计。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder}: the row is of {given}, the rule is that of {year}.</source>
        <translation>{holder}：数据是{given}年的，规则是{year}年的。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder}: the task row says {given} mu, the plots of the register sum up to {total} mu.</source>
        <translation>{holder}：任务表填的是{given}亩，批而未供台账各地块合计为{total}亩。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder}: whether both tasks are done is not known; neither bonus nor deduction.</source>
        <translation>{holder}：看不出两项任务是否都完成，不奖励也不核减。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder}: {what} {done} mu of {task} mu is not the printed {rate} %.</source>
        <translation>{holder}：{what}{done}亩，任务{task}亩，与印出的{rate}%对不上。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock.py"/>
        <source>{holder}: {what} {done} mu, printed as {rate} %: the task lies in {interval} mu.</source>
        <translation>{holder}：{what}{done}亩，印出完成{rate}%，任务反推为{interval}亩。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>{key} is given again as “{value}”; the first value “{first}” was kept.</source>
        <translation>“{key}”又写成“{value}”，仍用前面的“{first}”。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/problem.py"/>
        <source>{kind}: all teams together take {capacity}, the units need {load}; {lack} are lacking.</source>
        <translation>{kind}：全部小组合计容量{capacity}，单元需要{load}，缺{lack}。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/problem.py"/>
        <source>{kind}: the teams must have {least} at least, the units give {load}; {lack} are lacking.</source>
        <translation>{kind}：全部小组合计至少须有{least}，单元只有{load}，缺{lack}。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/problem.py"/>
        <source>{kind}: the units pinned to team {team} exceed what it takes by {excess}.</source>
        <translation>{kind}：锁定给小组{team}的单元超出其容量{excess}。</translation>
    </message>
    <message>
        <location filename="../core/store/postgresql_connection.py"/>
        <source>{ledger} is no ledger of Land Ledger, or your role may not see it.</source>
        <translation>{ledger}不是土地台账的台账，或您的角色无权查看。</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/booked.py"/>
        <source>{ledger} mu of surplus came into the ledger, there are {surplus} mu.</source>
        <translation>节余指标账已入账{ledger}亩，超过节余指标{surplus}亩。</translation>
    </message>
    <message>
        <location filename="../core/workbook/reading.py"/>
        <source>{left} is more than {right} of which it is a part</source>
        <translation>其中数 {left} 大于 {right}</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>{left} mu of turnover quota of {year} are not returned.</source>
        <translation>{year}年的周转指标有{left}亩逾期未归还。</translation>
    </message>
    <message>
        <location filename="../core/workbook/reading.py"/>
        <source>{left} should be {right}, the sum of its parts</source>
        <translation>{left} 应为 {right}（各分项之和）</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>{links} links, {nodes} nodes, {km} km, {islands} islands beside the longest part</source>
        <translation>{links}条路段，{nodes}个节点，{km}公里；除最长的一片外有{islands}个孤岛</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>{load} in all, teams together {most} at most</source>
        <translation>合计{load}，全部小组至多{most}</translation>
    </message>
    <message>
        <location filename="../core/balance/inout/patches.py"/>
        <source>{mark}, but no document is given: it stays in the balance.</source>
        <translation>标注为{mark}但没有文号，仍计入流出。</translation>
    </message>
    <message>
        <location filename="../core/service/assignment_report.py"/>
        <source>{measure} {weight}</source>
        <translation>{measure} {weight}</translation>
    </message>
    <message>
        <location filename="../core/workbook/form_reading.py"/>
        <source>{name} does not hold ({where}): {left} and {right}</source>
        <translation>{name} 不平（{where}）：{left} 与 {right}</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>{name}: growth as printed; the year before follows from it: {interval} mu.</source>
        <translation>{name}：同比为印出数，上年反推为{interval}亩。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>{name}: no base has a way here on the roads.</source>
        <translation>{name}：没有驻点能从路网上到这里。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>{name}: no road within {distance} m.</source>
        <translation>{name}：{distance}米内没有道路。</translation>
    </message>
    <message>
        <location filename="../core/service/network/report.py"/>
        <source>{name}: the feature has no shape.</source>
        <translation>{name}：要素没有图形。</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>{name}: the year before is a printed figure; growth may be {interval} %.</source>
        <translation>{name}：上年为印出数，同比可能在{interval}%之间。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>{parameter}: there is no lot {lot}.</source>
        <translation>{parameter}：没有储备项目{lot}。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/matching.py"/>
        <source>{parameter}: there is no project {project}.</source>
        <translation>{parameter}：没有项目{project}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>{parameter}: {reason}</source>
        <translation>{parameter}：{reason}</translation>
    </message>
    <message>
        <location filename="../processing/dates.py"/>
        <source>{parameter}: “{date}” is no date; write it as in 2025-03-31.</source>
        <translation>{parameter}：“{date}”不是日期，请写成 2025-03-31 的样子。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/choices.py"/>
        <source>{parameter}: “{part}” makes no sense; write project=lot, project=lot:hectares,hectares of paddy,kilograms, or to exclude a lot its number alone.</source>
        <translation>{parameter}：“{part}”看不懂；请写“项目=储备项目”或“项目=储备项目:公顷,水田公顷,公斤”，排除整个储备项目只写其编号。</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>{part} is more than {whole} of which it is a part</source>
        <translation>{part}大于其所属的{whole}</translation>
    </message>
    <message>
        <location filename="../core/store/appending.py"/>
        <source>{place} does not continue its book: verify the ledger it comes from; nothing was copied.</source>
        <translation>{place}与所在账簿不衔接，请先核验来源台账；本次未复制。</translation>
    </message>
    <message>
        <location filename="../core/quota/founding.py"/>
        <source>{place}: {code} {name} is there twice.</source>
        <translation>{place}：{code} {name}重复。</translation>
    </message>
    <message>
        <location filename="../core/quota/founding.py"/>
        <source>{place}: “{code}”, “{name}” is no code of letters and digits with a name.</source>
        <translation>{place}：“{code}”“{name}”不是由字母数字组成的代码加名称。</translation>
    </message>
    <message>
        <location filename="../core/quota/founding.py"/>
        <source>{place}: “{level}” is no level of a holder; there are {levels}.</source>
        <translation>{place}：“{level}”不是持有单位的级别；级别有{levels}。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>{project}: everything that is compared is made up for.</source>
        <translation>{project}：各项比较指标均已补足。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>{project}: grade and capacity can't be compared, grades of occupied farmland are missing.</source>
        <translation>{project}：占用耕地缺质量等别，等别和产能无法比较。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>{project}: still missing {missing}.</source>
        <translation>{project}未补足：{missing}。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>{project}: takes no permanent basic farmland.</source>
        <translation>{project}：不占用永久基本农田。</translation>
    </message>
    <message>
        <location filename="../core/quota/problems.py"/>
        <source>{reason} ({count} more problems.) Nothing was posted.</source>
        <translation>{reason}（另有{count}个问题。）未记账。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>{reason} ({detail}) {area} m²</source>
        <translation>{reason}（{detail}）{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/quota/problems.py"/>
        <source>{reason} Nothing was posted.</source>
        <translation>{reason}未记账。</translation>
    </message>
    <message>
        <location filename="../core/balance/prime/words.py"/>
        <source>{reason} {area} m²</source>
        <translation>{reason}{area}平方米</translation>
    </message>
    <message>
        <location filename="../core/store/verify.py"/>
        <source>{received} in and {spent} out</source>
        <translation>收入{received}、支出{spent}</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>{returned} mu of turnover quota are returned, {issued} mu were issued.</source>
        <translation>归还周转指标{returned}亩，超过下达的{issued}亩。</translation>
    </message>
    <message>
        <location filename="../core/workbook/identities.py"/>
        <source>{row} / {column}</source>
        <translation>{row} / {column}</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>{row}: no unit has this code or this name in its county.</source>
        <translation>{row}：本县没有此代码或此名称的单元。</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>{row}: several units have this name; add the town or the code.</source>
        <translation>{row}：有多个单元叫此名称，请补充乡镇或代码。</translation>
    </message>
    <message>
        <location filename="../core/service/units.py"/>
        <source>{row}: this code belongs to {unit}; the code was followed.</source>
        <translation>{row}：此代码属于{unit}，已按代码匹配。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>{rule}: {text}</source>
        <translation>{rule}：{text}</translation>
    </message>
    <message>
        <location filename="../core/balance/transition/report.py"/>
        <source>{settled} parcels of the other survey add up too, {unsettled} do not (sheet 两年面积核对)</source>
        <translation>另一年有 {settled} 个图斑同时平差相符，{unsettled} 个不符（见“两年面积核对”）</translation>
    </message>
    <message>
        <location filename="../core/quota/idle.py"/>
        <source>{share} % of the investment made</source>
        <translation>投资额仅占{share}%</translation>
    </message>
    <message>
        <location filename="../core/workbook/reading.py"/>
        <source>{sheet}!{cell}: {reason}</source>
        <translation>{sheet}!{cell}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/importing/problems.py"/>
        <source>{sheet}!{cell}: {text}</source>
        <translation>{sheet}!{cell}：{text}</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/table.py"/>
        <source>{sheet}, lot {lot}</source>
        <translation>{sheet}，储备项目{lot}</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/report.py"/>
        <source>{sheet}: {new} new lots, {known} entered before</source>
        <translation>{sheet}：新入库{new}个，已入过库{known}个</translation>
    </message>
    <message>
        <location filename="../core/occupation/overlay_report.py"/>
        <source>{size}; values of {field} told apart</source>
        <translation>{size}；按字段 {field} 分属性统计</translation>
    </message>
    <message>
        <location filename="../core/crosswalk/report.py"/>
        <source>{source} to {target}</source>
        <translation>{source}转{target}</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/report.py"/>
        <source>{sums} = numbers returned</source>
        <translation>{sums}＝返回的数</translation>
    </message>
    <message>
        <location filename="../core/quota/register_tables.py"/>
        <source>{table}: area in mu = area</source>
        <translation>{table}：折亩＝面积</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/booked.py"/>
        <source>{table}: came in = transferred out + used + available</source>
        <translation>{table}：入账合计＝调出＋已使用＋可用</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>{table}: difference = estimate − confirmed</source>
        <translation>{table}：差额＝测算－核定</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>{table}: difference of the total = sum of the counties</source>
        <translation>{table}：差额合计＝各县之和</translation>
    </message>
    <message>
        <location filename="../core/quota/stock_tables.py"/>
        <source>{table}: quota = disposed areas × their ratios</source>
        <translation>{table}：核算指标＝处置面积×核算比例</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/tables.py"/>
        <source>{table}: still to be rectified ≥ nothing</source>
        <translation>{table}：未整改面积≥0</translation>
    </message>
    <message>
        <location filename="../core/quota/register_tables.py"/>
        <source>{table}: sum of quota sources = new construction land</source>
        <translation>{table}：各指标来源之和＝新增建设用地</translation>
    </message>
    <message>
        <location filename="../core/quota/register_tables.py"/>
        <source>{table}: supplied + never to be supplied + left ≤ approved</source>
        <translation>{table}：已供＋不可供＋剩余未供≤批准</translation>
    </message>
    <message>
        <location filename="../core/workbook/identities.py"/>
        <source>{table}: {label} = sum of its rows</source>
        <translation>{table}：{label} = 各行之和</translation>
    </message>
    <message>
        <location filename="../core/workbook/identities.py"/>
        <source>{table}: {part} ≤ {total}</source>
        <translation>{table}：{part} ≤ {total}</translation>
    </message>
    <message>
        <location filename="../core/workbook/identities.py"/>
        <source>{table}: {total} = {parts}</source>
        <translation>{table}：{total} = {parts}</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>{taken} mu of cultivated land are taken, {cultivated} mu are reclaimed.</source>
        <translation>建新占用耕地{taken}亩，复垦耕地只有{cultivated}亩。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>{text} It was kept as it is.</source>
        <translation>{text}已原样保留。</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{tolerance} mm</source>
        <translation>{tolerance}毫米</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{total} m²; sum of footprints {footprints} m², counted twice {twice} m²</source>
        <translation>{total}平方米；各地块之和{footprints}平方米，其中重复计{twice}平方米</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{unit} m²</source>
        <translation>{unit}平方米</translation>
    </message>
    <message>
        <location filename="../core/balance/linkage/judging.py"/>
        <source>{used} mu of surplus are used, there are {surplus} mu.</source>
        <translation>已使用节余{used}亩，超过节余指标{surplus}亩。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>{used} mu of the patch are used, it has {area} mu.</source>
        <translation>该转进（补划）图斑被使用{used}亩，其自身面积{area}亩。</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>{value} has more than 4 decimals of a mu</source>
        <translation>{value}超过4位小数（亩）</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>{value} has more than {decimals} decimals</source>
        <translation>{value}超过{decimals}位小数</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>{value} is a part of itself</source>
        <translation>{value} 合计里包含了它自己</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>{value} is finer than a kilogram</source>
        <translation>{value}不足整公斤</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>{value} is finer than a millionth of a mu</source>
        <translation>{value}细于百万分之一亩</translation>
    </message>
    <message>
        <location filename="../core/workbook/reading.py"/>
        <source>{value} is finer than a millionth of a mu; rounded</source>
        <translation>{value} 比百万分之一亩还细，已四舍五入</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/registers.py"/>
        <source>{value} is finer than {decimals} decimals of a mu</source>
        <translation>{value}折亩后超过{decimals}位小数</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>{value} is not a column width</source>
        <translation>{value} 不是列宽</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>{value} is not a whole number</source>
        <translation>{value} 不是整数</translation>
    </message>
    <message>
        <location filename="../core/area.py"/>
        <source>{value} is not an area.</source>
        <translation>“{value}”不是面积数值。</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>{value} is too large for a capacity</source>
        <translation>{value}超出产能的合理范围</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>{value} is too large for an area</source>
        <translation>{value}作为面积过大</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>{value} stands twice</source>
        <translation>{value} 重复</translation>
    </message>
    <message>
        <location filename="../core/service/assignment/siting.py"/>
        <source>{wanted} bases can't be chosen from {count} candidates.</source>
        <translation>备选驻点只有{count}个，选不出{wanted}个驻点。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>{way}: the field of the spot says {field} mu, its acts {acts} mu; the acts count.</source>
        <translation>{way}：图斑字段填{field}亩，整改措施合计{acts}亩；以整改措施为准。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>{way}: the number of the patch is missing.</source>
        <translation>{way}：未填转进（补划）图斑编号。</translation>
    </message>
    <message>
        <location filename="../core/balance/rectification/judging.py"/>
        <source>{way}: the number of the plan is missing.</source>
        <translation>{way}：未填进出平衡方案编号。</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/choices.py"/>
        <source>{what} of lot {lot} left out: the lot is not in the reserve any more</source>
        <translation>储备项目{lot}的{what}未采用：储备库中已没有这个储备项目</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/choices.py"/>
        <source>{what} of lot {lot} left out: the project is not there any more</source>
        <translation>储备项目{lot}的{what}未采用：已没有这个建设项目</translation>
    </message>
    <message>
        <location filename="../core/balance/requisition/tables.py"/>
        <source>{what}: {amounts}</source>
        <translation>{what}：{amounts}</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>{what}; did you mean {near}?</source>
        <translation>{what}，是不是“{near}”？</translation>
    </message>
    <message>
        <location filename="../core/quota/notices.py"/>
        <source>{year}: {approved} mu were approved, more than the {obtained} mu of quota obtained; linkage batches, quota carried over and land that is not new account for such a difference.</source>
        <translation>{year}年：批复{approved}亩，大于获得指标{obtained}亩；增减挂钩批次、结转指标、非新增用地可造成此差额，请核对。</translation>
    </message>
    <message>
        <location filename="../core/quota/notices.py"/>
        <source>{year}: {supplied} mu were supplied, more than the {approved} mu approved; supply from stock accounts for such a difference.</source>
        <translation>{year}年：供应{supplied}亩，大于批复{approved}亩；供应存量土地可造成此差额，请核对。</translation>
    </message>
    <message>
        <location filename="../core/checking/report.py"/>
        <source>Σ TBMJ</source>
        <translation>图斑面积合计</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/import_coordinates.py"/>
        <source>“{crs}” is no coordinate system that QGIS knows.</source>
        <translation>QGIS不认识坐标系“{crs}”。</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/job.py"/>
        <source>“{key}” is in the register and is changed</source>
        <translation>“{key}”已登记，将被更新</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>“{key}” stands in row {row} already</source>
        <translation>“{key}”与第{row}行重复</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/create_ledger.py"/>
        <source>“{name}” is no database; write postgresql:connection/schema.</source>
        <translation>“{name}”不是数据库，请写成postgresql:连接名/模式名。</translation>
    </message>
    <message>
        <location filename="../core/balance/printed_figures.py"/>
        <source>“{part}” is no printed figure: write name=number; names are {names}.</source>
        <translation>“{part}”不是公布数字：请写成 名称=数字；名称有{names}。</translation>
    </message>
    <message>
        <location filename="../processing/expressions.py"/>
        <source>“{system}” is no coordinate reference system.</source>
        <translation>“{system}”不是坐标系。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>“{text}” has no pair of plane coordinates.</source>
        <translation>“{text}”里没有成对的平面坐标。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>“{text}” is neither a plot nor a boundary point.</source>
        <translation>“{text}”既不是地块行，也不是界址点行。</translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>“{text}” is no DXF group code; the drawing is damaged here.</source>
        <translation>“{text}”不是DXF组码，图从这里起已损坏。</translation>
    </message>
    <message>
        <location filename="../core/intervals.py"/>
        <source>“{text}” is no figure.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <location filename="../core/quota/founding.py"/>
        <source>“{text}” is no holder: write code=name, as in 371526=高唐县.</source>
        <translation>“{text}”不是持有单位，请写成 代码=名称，如 371526=高唐县。</translation>
    </message>
    <message>
        <location filename="../core/service/network/model.py"/>
        <source>“{text}” is no list of minutes that ascend, as in 15,30,45,60.</source>
        <translation>“{text}”不是由小到大的分钟数，应写成15,30,45,60。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>“{text}” is no printed seal: write book, number and seal, as in 371526 128 3f9a0c12.</source>
        <translation>“{text}”不是印出的校验码，请写账簿、凭证编号、校验码，如371526 128 3f9a0c12。</translation>
    </message>
    <message>
        <location filename="../core/quota/quarter.py"/>
        <source>“{text}” is no quarter; write it like 2023Q4.</source>
        <translation>“{text}”不是季度，请写成2023Q4的样子。</translation>
    </message>
    <message>
        <location filename="../core/quota/unsupplied_words.py"/>
        <source>“{text}” is not a date; it is left blank.</source>
        <translation>“{text}”不是日期，留空。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>“{value}” does not say whether quota comes or goes; write which it is</source>
        <translation>“{value}”看不出是调入还是调出，请写明</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>“{value}” is expenditure and stands as income</source>
        <translation>“{value}”属支出，却填在收入</translation>
    </message>
    <message>
        <location filename="../core/quota/importing/vouchers.py"/>
        <source>“{value}” is income and stands as expenditure</source>
        <translation>“{value}”属收入，却填在支出</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>“{value}” is neither 是 nor 否</source>
        <translation>“{value}”既不是“是”也不是“否”</translation>
    </message>
    <message>
        <location filename="../core/service/workload.py"/>
        <source>“{value}” is no weight; write a number that is not below 0.</source>
        <translation>“{value}”不是权重，请填不小于0的数。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>“{value}” is no whole number of kilograms.</source>
        <translation>“{value}”不是整公斤数。</translation>
    </message>
    <message>
        <location filename="../core/balance/reserve/reading.py"/>
        <source>“{value}” is none of the choices; did you mean {near}?</source>
        <translation>“{value}”不在可选项中，是不是“{near}”？</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>“{value}” is not a capacity</source>
        <translation>“{value}”不是产能</translation>
    </message>
    <message>
        <location filename="../core/workbook/reading.py"/>
        <source>“{value}” is not a date</source>
        <translation>“{value}”不是日期</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>“{value}” is not a date; write it as 2023-05-01</source>
        <translation>“{value}”不是日期，请写成2023-05-01</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>“{value}” is not a day of the calendar</source>
        <translation>“{value}”不是日历上的日子</translation>
    </message>
    <message>
        <location filename="../core/workbook/form_reading.py"/>
        <source>“{value}” is not a line of this form</source>
        <translation>“{value}”不是本表的栏目</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>“{value}” is not a number</source>
        <translation>“{value}”不是数字</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>“{value}” is not a year</source>
        <translation>“{value}”不是年份</translation>
    </message>
    <message>
        <location filename="../core/importing/cells.py"/>
        <source>“{value}” is not an area</source>
        <translation>“{value}”不是面积</translation>
    </message>
    <message>
        <location filename="../core/workbook/declaration.py"/>
        <source>“{value}” is not known here; possible: {allowed}</source>
        <translation>“{value}”不认识；可填：{allowed}</translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>… and {count} more.</source>
        <translation>……另有{count}条。</translation>
    </message>
</context>
<context>
    <name>LandLedgerPlugin</name>
    <message>
        <location filename="../plugin.py"/>
        <source>Farmland balance…</source>
        <translation>耕地平衡…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Land Ledger</source>
        <translation>土地台账</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Land occupied by footprints…</source>
        <translation>红线占用地类分析…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Ledger import wizard…</source>
        <translation>台账导入向导…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Quota ledger</source>
        <translation>用地指标台账</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Survey check findings</source>
        <translation>质检问题面板</translation>
    </message>
</context>
<context>
    <name>LandLedgerProvider</name>
    <message>
        <location filename="../processing/provider.py"/>
        <source>Land Ledger</source>
        <translation>土地台账</translation>
    </message>
    <message>
        <location filename="../processing/provider.py"/>
        <source>{module} can't be loaded:</source>
        <translation>{module} 加载失败：</translation>
    </message>
</context>
<context>
    <name>LandTransition</name>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Area of cultivated land</source>
        <translation>耕地面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Areas adjusted to</source>
        <translation>平差控制面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Changed area (m²)</source>
        <translation>变化面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Changed patches</source>
        <translation>变化图斑</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Class table (name or CSV file)</source>
        <translation>地类代码表（名称或CSV文件）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Covered by one survey alone (m²)</source>
        <translation>仅一年覆盖的面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Crosswalk for the earlier survey</source>
        <translation>上年图斑的编码转换</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Cultivated land without ridges, after (m²)</source>
        <translation>本年耕地净面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Cultivated land without ridges, before (m²)</source>
        <translation>上年耕地净面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Districts with names</source>
        <translation>行政区图层（取名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Earlier land survey (DLTB)</source>
        <translation>上年地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Farmland lost to construction (m²)</source>
        <translation>建设占用耕地（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Field map, as in DLBM=地类编码;TBMJ=面积</source>
        <translation>字段对应，例如 DLBM=地类编码;TBMJ=面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Flows between land classes from the yearly change package, or from two surveys where there is none: flow tables, changed patches, map of flows.</source>
        <translation>优先用更新过程图层（DLTBGXGC）取官方变更面积；没有时才用两年图斑叠加；出流向表、变化图斑和流向图。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Land class transition of two years</source>
        <translation>两年地类变化分析</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Later land survey (DLTB)</source>
        <translation>本年地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Layers in another zone may be brought to that of the first survey</source>
        <translation>允许把其他带的图层换到第一个图斑图层的带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Narrow strip: narrower than (metres, 0 = off)</source>
        <translation>窄条：平均宽度小于（米，0为不判）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>New farmland (m²)</source>
        <translation>新增耕地（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Number of changed patches</source>
        <translation>变化图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Of it under noise rules (m²)</source>
        <translation>其中碎面等（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Of it {area} m² fall under noise rules.</source>
        <translation>其中碎面、窄条和界线移位 {area} 平方米。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Rounding</source>
        <translation>取位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Rows</source>
        <translation>汇总层级</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Says of every piece of ground which class it was and which it is, and sums that up.

1. Update-process layer (更新过程图层, DLTBGXGC) of the yearly change survey: if you have it, its areas (TBBGMJ) and classes (BGQDLBM, BGHDLBM) are taken as delivered and nothing is measured. Ground it does not touch comes from the survey you give. With the update layer (更新图层, DLTBGX) the pieces are summed up against TBMJ, parcel by parcel.
2. Two surveys (DLTB): laid over one another only where there is no package; with both, the difference is a sheet. Parcels drawn alike in both years are taken whole; only the others are cut. Pieces add up to the registered areas (TBMJ) of the earlier survey, or of the later one if you choose so, and to those of the other year, too, where they agree; what that is off stands on the sheet 两年面积核对. Ground that one survey does not cover is a row or a column of its own.
3. Both must be in one class table. For an earlier survey in another one choose the crosswalk; a code with several successors is refused unless you allow the defaults.
4. Noise: a changed piece smaller than the area, narrower than the width, or between two parcels that both kept their class (a shifted border) is marked with its rule. Its area stays in every total and is told apart.
5. By the counting of the survey the ridge (KCMJ) of cultivated land stands under 1203 田坎.
6. Swapped years are refused; if the layers are right all the same, tick the box.

Workbook: 地类变化流向表 (rows before, columns after) by county, township or village, of all second-level classes, sums of decrease and increase with and without noise, kinds of change, list of patches, checks, charts. While one check does not hold, every sheet is marked 草稿. Layer: the changed patches, coloured by kind of flow. Rules: survey change practice, 进出平衡 after 自然资发〔2021〕166号; groups and kinds are CSV files, their status stands on the sheet 输入与口径.</source>
        <translation>逐块说明上年是什么地类、本年是什么地类，并汇总成表。

1. 更新过程图层（DLTBGXGC）：有年度变更增量包时，面积（TBBGMJ）和地类（BGQDLBM、BGHDLBM）一律取官方成果，不再量算；增量包没有涉及的图斑取自所选的地类图斑。同时给更新图层（DLTBGX）时，逐图斑核对变更面积合计与图斑面积（TBMJ）。
2. 两年地类图斑（DLTB）：没有增量包时才叠加；两者都给时另出对比表。两年图形一致的图斑整块对应，只切割其余图斑。碎块平差到上年图斑面积（TBMJ），也可选本年；两年登记面积相符时同时平差到另一年，不符的差列在“两年面积核对”。只有一年有图斑的地方单列“未覆盖”行、列。
3. 两年必须是同一套地类编码。上年编码不同的，请选定编码转换；一对多的编码不予计算，除非允许采用默认值。
4. 碎面：变化碎块面积过小、宽度过窄，或两侧图斑地类都没变、只是公共界线移动的，注明所属规则；面积照常计入合计，只单独列出。
5. 按国土调查口径，耕地的田坎（KCMJ）计入 1203 田坎。
6. 年份颠倒时不予计算；确认图层无误的，勾选“年份以所选图层为准”。

工作簿：地类变化流向表（行为上年、列为本年），可按县、乡、村；二级类流向表；增减汇总（含与不含碎面）；变化类型汇总；变化图斑清单；勾稽检查；图表。有一项不平，每张表都标“草稿”。图层：变化图斑，按变化类型着色。依据：年度国土变更调查的做法，进出平衡按自然资发〔2021〕166号；类组和变化类型是 CSV 文件，规则状态见“输入与口径”。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Shifted border: narrower than (metres, 0 = off)</source>
        <translation>界线移位：平均宽度小于（米，0为不判）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Sliver: smaller than (m², 0 = off)</source>
        <translation>碎面：面积小于（平方米，0为不判）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Take the default of the crosswalk where a code has several successors</source>
        <translation>一对多的编码采用对照表默认值</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>The years are right as given</source>
        <translation>年份以所选图层为准</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Total area (m²)</source>
        <translation>总面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Units</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Update layer (DLTBGX)</source>
        <translation>更新图层（DLTBGX）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Update-process layer (DLTBGXGC)</source>
        <translation>更新过程图层（DLTBGXGC）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>Zone, if the surveys are in degrees</source>
        <translation>图斑为经纬度时采用的投影带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>counties</source>
        <translation>县</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>exact</source>
        <translation>不取舍（精确到0.01平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>ha and mu</source>
        <translation>公顷和亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>land and sea use 2020 to 2023</source>
        <translation>用地用海2020版转2023版</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>none, both are in one class table</source>
        <translation>不转换，两年为同一套编码</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>registered areas of the earlier survey</source>
        <translation>上年图斑面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>registered areas of the later survey</source>
        <translation>本年图斑面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>second land survey to third land survey</source>
        <translation>二调转三调</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>summary table (0.01 ha, 0.1 mu)</source>
        <translation>汇总表（公顷2位、亩1位）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>third land survey to land and sea use 2023</source>
        <translation>三调转用地用海2023版</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>townships</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>villages</source>
        <translation>村</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>with ridges (TBMJ)</source>
        <translation>不扣田坎（图斑面积）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>without ridges, they count as 1203</source>
        <translation>扣除田坎，田坎计入1203</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>{area} m² are covered by one survey alone; they stand in a row or a column of their own.</source>
        <translation>有 {area} 平方米只有一年有图斑，单列“未覆盖”行、列。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/land_transition.py"/>
        <source>{patches} changed patches, {area} m² ({ha} ha, {mu} mu).</source>
        <translation>变化图斑 {patches} 个，{area} 平方米（{ha} 公顷，{mu} 亩）。</translation>
    </message>
</context>
<context>
    <name>LedgerAlgorithm</name>
    <message>
        <location filename="../processing/base.py"/>
        <source>A Python package can't be loaded: {reason}. Repair or update the QGIS installation.</source>
        <translation>Python 组件加载失败：{reason}。请修复或更新 QGIS。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，未写出任何文件。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>File or folder {file} does not exist.</source>
        <translation>文件或文件夹 {file} 不存在。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Internal error ({kind}: {reason}). Nothing can be concluded from this run; please send the log.</source>
        <translation>程序内部错误（{kind}：{reason}）。本次运行结果不能使用，请把日志发给开发人员。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>No permission for {file}. It may be open in another program (Excel, WPS, QGIS) or be read-only: close it or choose another name.</source>
        <translation>没有权限写 {file}。文件可能正被其他程序（Excel、WPS、QGIS）打开，或为只读：请关闭它或换一个文件名。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Not enough memory. Close other programs or take a smaller area, then run it again.</source>
        <translation>内存不足。请关闭其他程序，或缩小范围后重新运行。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>The disk is full, nothing was written. Free some space or choose another folder. {file}</source>
        <translation>磁盘已满，未写出任何文件。请腾出空间或换一个文件夹。{file}</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>The system refused a file: {reason}. {file}</source>
        <translation>系统拒绝读写文件：{reason}。{file}</translation>
    </message>
</context>
<context>
    <name>LedgerBookAlgorithm</name>
    <message>
        <location filename="../processing/ledger_algorithm.py"/>
        <source>It is closed, but no backup could be made: {reason}</source>
        <translation>已结账，但没能备份：{reason}</translation>
    </message>
    <message>
        <location filename="../processing/ledger_algorithm.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../processing/ledger_algorithm.py"/>
        <source>Ledger (GeoPackage file, or postgresql:connection/schema)</source>
        <translation>台账（GeoPackage 文件，或 postgresql:连接名/模式名）</translation>
    </message>
</context>
<context>
    <name>LedgerChoice</name>
    <message>
        <location filename="../dialogs/ledger_choice.py"/>
        <source>Choose a ledger file, or a database (arrow)</source>
        <translation>选择台账文件，或数据库（箭头）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_choice.py"/>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_choice.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_choice.py"/>
        <source>Open a ledger</source>
        <translation>打开台账</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_choice.py"/>
        <source>QGIS has no PostgreSQL connection yet: add one in the browser.</source>
        <translation>QGIS 中还没有 PostgreSQL 连接，请先在浏览器面板中添加。</translation>
    </message>
</context>
<context>
    <name>LedgerDock</name>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>&amp;1 Balances</source>
        <translation>&amp;1 余额</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>&amp;2 Journal</source>
        <translation>&amp;2 流水</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>&amp;3 Post</source>
        <translation>&amp;3 记一笔</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Advance clearing…</source>
        <translation>预支核销对账…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Close a quarter…</source>
        <translation>季度结账…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Copy ledger…</source>
        <translation>复制台账…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Export tables…</source>
        <translation>导出报表…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Import a spreadsheet…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Map of balances…</source>
        <translation>指标结余专题图…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>New ledger…</source>
        <translation>新建台账…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>No ledger is open.</source>
        <translation>未打开台账。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Nothing is booked yet. Post what was issued (tab 3), or import your spreadsheet (menu Ledger).</source>
        <translation>还没有记账。请在“记一笔”中登记下达的指标，或从“台账”菜单导入现有表格。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Open a ledger</source>
        <translation>打开台账</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Open a ledger file (Ctrl+O)</source>
        <translation>打开台账文件 (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Open a ledger file, or make a new one (menu Ledger). A ledger is one file, or a PostgreSQL database.</source>
        <translation>请打开台账文件，或从“台账”菜单新建。台账可以是一个文件，也可以是一个 PostgreSQL 库。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Open a ledger file…</source>
        <translation>打开台账文件…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Open from PostgreSQL</source>
        <translation>从 PostgreSQL 打开</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Posted: {vouchers}</source>
        <translation>已入账：{vouchers}</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>QGIS has no PostgreSQL connection yet: add one in the browser.</source>
        <translation>QGIS 中还没有 PostgreSQL 连接，请先在浏览器面板中添加。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Quota ledger</source>
        <translation>用地指标台账</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Read the ledger again (F5)</source>
        <translation>重新读取台账 (F5)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>The ledger shown; ledgers opened before are in the list.</source>
        <translation>当前台账；列表中是以前打开过的台账。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>Verify the ledger…</source>
        <translation>台账校验…</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_dock.py"/>
        <source>{title}: {books} holders, {count} vouchers</source>
        <translation>{title}：{books} 个单位，{count} 张凭证</translation>
    </message>
</context>
<context>
    <name>LinkageBalance</name>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Accepted reclamation (mu)</source>
        <translation>验收复垦面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Adds up increase–decrease linkage project area by project area.

1. Project areas: a layer, a table or a sheet 增减挂钩项目台账 with number and name (XMQBH, XMQMC), county, document (PZWH, PZRQ), approved demolition (FKMJ), new building (JXMJ), resettlement (AZMJ), accepted reclamation (YSMJ), of it cultivated (YSGDMJ), surplus used (JYSYMJ), turnover quota issued and returned (ZZXDMJ, ZZGHMJ), cultivated land taken (ZYGDMJ). What is blank is filled in from the blocks; without project areas the blocks make them up.
2. Demolition blocks: project area, FKMJ or MJ, YSMJ, YSGDMJ, grade (GDDB or GDDJ), YSWH. New-build blocks: project area, JXMJ or MJ, kind (JXLX; 安置 is resettlement), ZYGDMJ, grade. Areas are measured, or those of the fields. Fields are found by name, alias or Chinese name, or said under “Field map”.
3. With a survey, cultivated land taken by building and its average grade come from the survey itself, without field ridges.
4. Surplus = accepted − resettled − new building. New building and resettlement are no more than accepted reclamation, used surplus no more than surplus, reclaimed cultivated land no less than taken and of no worse average grade; turnover quota comes back in time. Each is a rule (resources/rules/linkage.csv, from practice) to be confirmed locally; grades of two systems are never mixed.
5. A ledger keeps surplus in books of its own: what came in, was used, moved to another county, and turnover quota. What it says was used fills in what the register leaves blank, else both are compared. With “Enter accepted surplus” the surplus of accepted project areas that is not in the ledger yet comes in under the document of acceptance, and the project areas into its register, from which the yearly report has them; nothing is entered while a check does not hold. Use, transfer, turnover and reversal are booked by “Post linkage surplus”.
6. Published figures (项目数=14;拆旧复垦规模=1342.89;比上年增加=1017.7;同比=312.96%) are compared as what they may have been before rounding; the year before follows from them.

Workbook: 增减挂钩项目台账 (T09) in mu with hectares beside, blocks, surplus, published figures, checks, findings, inputs with the rules. While one check does not hold, every sheet is marked 草稿. Result: every block (or project area) with the state of its project area.</source>
        <translation>逐项目区核算增减挂钩。

1. 项目区：图层、表或“增减挂钩项目台账”工作表，含项目区编号和名称（XMQBH、XMQMC）、县、批复文号和日期（PZWH、PZRQ）、批复拆旧复垦规模（FKMJ）、建新（JXMJ）、安置（AZMJ）、验收复垦（YSMJ）、其中耕地（YSGDMJ）、已使用节余（JYSYMJ）、周转指标下达和归还（ZZXDMJ、ZZGHMJ）、建新占用耕地（ZYGDMJ）。空白项由地块汇总；没有项目区时由地块组成。
2. 拆旧地块：项目区、FKMJ或MJ、YSMJ、YSGDMJ、等别（GDDB或GDDJ）、YSWH。建新地块：项目区、JXMJ或MJ、建新类型（JXLX，含“安置”的为安置）、ZYGDMJ、等别。面积按图形量算或按字段。字段按字段名、别名或中文名识别，也可在“字段对应”中指定。
3. 给出地类图斑时，建新占用耕地（不含田坎）及其平均等别由套合得出。
4. 节余＝验收－安置－建新。建新和安置不超过验收复垦，已使用节余不超过节余，复垦耕地面积不少于、平均等别不低于占用耕地；周转指标按期归还。各项均为规则（resources/rules/linkage.csv，按实际做法拟定），须结合本地确认；两种等别体系不混用。
5. 台账单设账簿登记节余：入账、使用、调往外县、周转指标。项目台账未填的已使用节余取台账数，填了的两者核对。选“把已验收的节余记入台账”时，已验收项目区尚未入账的节余凭验收文号入账，项目区登记入册，供年度报表取用；有一项不平时不入账。使用、调剂、周转、冲销用“增减挂钩节余记账”。
6. 公布数字（项目数=14;拆旧复垦规模=1342.89;比上年增加=1017.7;同比=312.96%）按四舍五入前可能的范围核对，并推算上年数。

工作簿：增减挂钩项目台账（亩、公顷并列）、地块明细、节余指标账、公布数字核对、勾稽检查、问题清单、输入与口径（含规则）。有一项不平时各表标“草稿”。成果图层：每个地块（或项目区）及其项目区状态。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Approved demolition to be reclaimed (mu)</source>
        <translation>批复拆旧复垦规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Areas of blocks</source>
        <translation>地块面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Blocks with the state of their project area</source>
        <translation>增减挂钩地块</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Class table (name or CSV file)</source>
        <translation>地类代码表（名称或CSV文件）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Cultivated land taken (mu)</source>
        <translation>占用耕地面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Demolition blocks (layer or table)</source>
        <translation>拆旧地块（图层或表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Demolition, resettlement, new building and surplus of each project area, with its checks.</source>
        <translation>拆旧、安置、建新、节余逐项目核算</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Enter accepted surplus into the ledger</source>
        <translation>把已验收的节余记入台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Field map, as in XMQBH=编号;FKMJ=面积</source>
        <translation>字段对应，如 XMQBH=编号;FKMJ=面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Grade system</source>
        <translation>等别体系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Increase–decrease linkage</source>
        <translation>增减挂钩核算</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Layers in another zone may be brought to that of the first</source>
        <translation>允许把其他分带的图层转到首个图层所在分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Ledger with the surplus</source>
        <translation>登记节余指标的台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>New building (mu)</source>
        <translation>建新规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>New-build and resettlement blocks (layer or table)</source>
        <translation>建新、安置地块（图层或表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Nothing was entered into the ledger: a check does not hold.</source>
        <translation>有勾稽项不平，未登记到台账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Number of demolition blocks</source>
        <translation>拆旧地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Number of new-build blocks</source>
        <translation>建新地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Number of project areas</source>
        <translation>项目区数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Project areas (layer or table)</source>
        <translation>项目区（图层或表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Published figures to compare, as in 项目数=14;拆旧复垦规模=1342.89</source>
        <translation>要核对的公布数字，如 项目数=14;拆旧复垦规模=1342.89</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Reclaimed as cultivated land (mu)</source>
        <translation>其中复垦为耕地（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Resettlement (mu)</source>
        <translation>安置面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Surplus (mu)</source>
        <translation>节余指标（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Surplus entered into the ledger (mu)</source>
        <translation>本次入账节余（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Surplus left (mu)</source>
        <translation>剩余节余（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Surplus used (mu)</source>
        <translation>已使用节余（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Unit of the areas in the layers</source>
        <translation>图层中面积的单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Vouchers entered</source>
        <translation>本次记账凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Year in which turnover quota may be overdue (0 = not looked at)</source>
        <translation>检查周转指标逾期的年度（0为不检查）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>Zone, if the layers are in degrees</source>
        <translation>图层为经纬度时所用分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>from the field</source>
        <translation>按字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>measured</source>
        <translation>按图形量算</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>national utilisation grade (15)</source>
        <translation>国家利用等（15等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>or workbook with the sheet of project areas</source>
        <translation>或含增减挂钩项目台账的工作簿</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>quality grade (10)</source>
        <translation>耕地质量等级（10等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/linkage_balance.py"/>
        <source>{count} project areas: {accepted} mu accepted, {surplus} mu of surplus, {left} mu left.</source>
        <translation>{count}个项目区：验收复垦{accepted}亩，节余{surplus}亩，剩余{left}亩。</translation>
    </message>
</context>
<context>
    <name>LotModel</name>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>After all draws of this matching.</source>
        <translation>扣除本次全部挂钩之后的剩余。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Choose a project above first.</source>
        <translation>请先在上表中选一个项目。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Drawn by it</source>
        <translation>本项目使用</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Excluded</source>
        <translation>排除</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Grade</source>
        <translation>等别</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Its number holds one of the signs ; = : , and can't be named in a decision.</source>
        <translation>编号含有分号、等号、冒号或逗号，不能指定或排除。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Kind of lot</source>
        <translation>占补平衡类型</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Lot</source>
        <translation>储备项目编号</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Name of the lot</source>
        <translation>储备项目名称</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Pinned</source>
        <translation>指定挂钩</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Remaining</source>
        <translation>剩余</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Space or P pins the lot to the project: it draws from it first, as much as it needs and the lot has.</source>
        <translation>按空格或P指定：本项目先用这个储备项目，需要多少、它有多少就用多少。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>What the project chosen above draws.</source>
        <translation>上表所选项目使用的数量。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>Why not drawn</source>
        <translation>不能使用的原因</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>X leaves the lot out for the project chosen above, Shift+X for all projects; F2 opens the choice.</source>
        <translation>按X对上表所选项目排除，按Shift+X对所有项目排除；按F2打开选项。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>capacity</source>
        <translation>产能</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>for all projects</source>
        <translation>对所有项目</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>for this project</source>
        <translation>对本项目</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>no end</source>
        <translation>长期</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_lots.py"/>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <location filename="../processing/models.py"/>
        <source>Change package to changed patches</source>
        <translation>增量包取变化图斑</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Change package to in–out balance</source>
        <translation>增量包直出进出平衡</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Changed patches</source>
        <translation>变化图斑</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Changed patches to the in–out balance</source>
        <translation>变化图斑核算进出平衡</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Collective ownership layer</source>
        <translation>集体土地所有权图层</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Coordinate file (TXT, CSV, XLSX, DXF)</source>
        <translation>坐标文件（TXT、CSV、XLSX、DXF）</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Coordinate file to plots</source>
        <translation>坐标文件转地块</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Coordinate file to tables of occupied land</source>
        <translation>坐标文件直出占地分析表</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Coordinate system of files without zone</source>
        <translation>文件没写带号时的坐标系</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Earlier land survey (DLTB)</source>
        <translation>上年地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Ecological redline layer</source>
        <translation>生态保护红线图层</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Ellipsoidal areas</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Farmland grade layer</source>
        <translation>耕地等别图层</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Field to compare with (empty: TBMJ, if there is one)</source>
        <translation>比对字段（不选则自动找图斑面积TBMJ）</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>From the coordinate file of an approval straight to its tables: reads the plots, cuts them by the land survey and the control layers, and writes the workbook for approval. The plots need their numbers (地块编号).</source>
        <translation>由报批坐标文件一步出表：读入地块，与地类图斑和各控制线套合，输出报批用工作簿。地块须有地块编号。</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>From the yearly change package straight to the in–out balance: the changed patches with their delivered areas, the transition tables, and the account by county in area and capacity. With the survey of the later year the net increase of stable cultivated land is estimated too, and the year is known; else fill it in.</source>
        <translation>年度变更增量包直接出进出平衡：变化图斑（面积取下发数）、地类变化流向表，以及各县面积和产能的进出平衡核算。给出本年地类图斑的，同时测算稳定耕地净增加，核算年度随之而定；没有的请填写年度。</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Later land survey (DLTB)</source>
        <translation>本年地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Measures every parcel of the land survey by the survey's ellipsoidal procedure and takes out those whose area differs from the registered one by more than 0.01 m².</source>
        <translation>按国土调查办法计算每个地类图斑的椭球面积，取出与登记面积相差超过0.01平方米的图斑。</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Occupied pieces</source>
        <translation>占用图斑结果图层</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Parcels that differ</source>
        <translation>取出不符图斑</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Parcels whose area differs</source>
        <translation>面积不符的图斑</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Parcels whose area differs from the survey's</source>
        <translation>取出面积不符的图斑</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Patches of the in–out balance</source>
        <translation>进出平衡图斑</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Permanent basic farmland layer</source>
        <translation>永久基本农田图层</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Plots</source>
        <translation>地块图层</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Plots over the land survey</source>
        <translation>地块套合地类图斑</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Update layer (DLTBGX)</source>
        <translation>更新图层（DLTBGX）</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Update-process layer (DLTBGXGC)</source>
        <translation>更新过程图层（DLTBGXGC）</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Urban growth boundary layer</source>
        <translation>城镇开发边界图层</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Workbook</source>
        <translation>输出工作簿</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Workbook of the in–out balance</source>
        <translation>进出平衡工作簿</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Workbook of the transition</source>
        <translation>地类变化工作簿</translation>
    </message>
    <message>
        <location filename="../processing/models.py"/>
        <source>Year of the account</source>
        <translation>核算年度</translation>
    </message>
</context>
<context>
    <name>OccupationDialog</name>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>&amp;Cancel run</source>
        <translation>取消运行(&amp;C)</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>&amp;Run</source>
        <translation>开始分析(&amp;R)</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>&amp;Zoom to</source>
        <translation>定位(&amp;Z)</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Cancel and close</source>
        <translation>取消并关闭</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，未写出任何文件。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Done: {plots} plots, {pieces} pieces. Click a row to see it on the map.</source>
        <translation>完成：{plots} 个地块，{pieces} 块占用图斑。点一行，地图就定位到该图斑。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Draft: {count} checks do not hold, see the tab “Findings and checks”.</source>
        <translation>草稿：有 {count} 项勾稽不平，见“问题与勾稽”页。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>E&amp;xport workbook</source>
        <translation>导出表格(&amp;X)</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Go on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Load the made-up sample</source>
        <translation>加载示例数据（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>No program opens {file}; it lies in {folder}.</source>
        <translation>没有可打开 {file} 的程序；文件在 {folder}。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Open folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Open workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Save workbook as…</source>
        <translation>工作簿另存为…</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>Saved as {file}.</source>
        <translation>已另存为 {file}。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>The project has no polygon layer: load the red lines and the land survey (DLTB) first.</source>
        <translation>当前工程没有面图层：请先加载用地红线和地类图斑（DLTB）。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>The run failed; the log says why.</source>
        <translation>运行失败，原因见运行记录。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>The run is still going on. Cancel it and close the window?</source>
        <translation>分析仍在后台运行。是否取消运行并关闭窗口？</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>{file} can't be written ({reason}): close it in other programs or choose another name.</source>
        <translation>{file} 无法写入（{reason}）：请在其他程序中关闭该文件，或换一个文件名。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation.py"/>
        <source>{file} is not there any more; run again.</source>
        <translation>{file} 已不存在，请重新运行。</translation>
    </message>
</context>
<context>
    <name>OccupiedLand</name>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>0.01 m²</source>
        <translation>0.01平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>1 m² (0.0001 ha)</source>
        <translation>1平方米（0.0001公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Approved construction land layer</source>
        <translation>已批建设用地图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Areas adjusted to</source>
        <translation>平差控制面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Class table (name or CSV file)</source>
        <translation>地类代码表（名称或CSV文件）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Collective ownership layer</source>
        <translation>集体土地所有权图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Cultivated land without ridges (m²)</source>
        <translation>耕地净面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Cuts the project footprints by the land survey (DLTB) and every control layer in one pass, measures the pieces, adjusts them so that all sums are exact, and writes the official tables.

1. Footprints: one feature a plot, its number in the number field; no number may occur twice.
2. Land survey: the latest annual survey. Fields are recognised by name, alias or Chinese name; where yours are called otherwise, say so under “Field map”, as in DLBM=地类编码;QSXZ=权属.
3. Control layers are optional; give those you have. Approved land counts as construction land; construction land without approval is reported by its class in the former survey, if you give both layers.
4. Preset: approval means plane areas, adjusted to each plot, 1 m²; survey change means ellipsoidal areas, adjusted to the registered parcel area TBMJ, 0.01 m². What you choose below the preset wins over it.
5. Field ridges (KCXS) are taken off cultivated land and stand under 1203.
6. Control lines within the border tolerance of a survey corner take its place; survey and footprints never move. What was moved stands on the sheet 输入与口径.

Pieces: one feature for each piece of each plot; where plots overlap, COUNTED says which one counts in the total. Workbook: class tables, survey-and-demarcation form, boundary points, control lines, overlaps, adjusted pieces, checks. While one check does not hold, every sheet is marked 草稿.</source>
        <translation>用地红线与地类图斑（DLTB）及各控制图层一次套合切割，量算碎块面积并平差，使各级合计分毫不差，输出成套正式表格。

1. 用地红线：一个地块一个要素，编号填在地块编号字段里，不能重复。
2. 地类图斑：用最新年度变更调查成果。字段按字段名、别名或中文名自动识别；识别不了的在“字段对应”里写明，例如 DLBM=地类编码;QSXZ=权属。
3. 控制图层可空，有哪个选哪个。已批范围内的按建设用地认定；同时给出已批建设用地和往年地类图斑时，无批准手续的建设用地按占用前地类上报。
4. 用途方案：报批勘界为平面面积、按地块勘测定界面积平差、取到1平方米；变更调查为椭球面积、按图斑面积TBMJ平差、取到0.01平方米。下面几项另行选定的以所选为准。
5. 耕地按田坎系数（KCXS）扣除田坎，田坎列在1203。
6. 控制线拐点距图斑拐点小于靠齐距离的，靠齐到图斑拐点；图斑和用地红线从不移动，移动情况见“输入与口径”表。

结果图层：每个地块的每个碎块一个要素，地块重叠处由COUNTED字段说明计入总计的是哪一个。工作簿：分类面积表、勘测定界表、界址点成果表、红线压盖分析表、重叠清单、平差明细、勾稽检查。只要有一项勾稽不平，每张表都标“草稿”。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Ecological redline layer</source>
        <translation>生态保护红线图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Farmland grade layer</source>
        <translation>耕地等别图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Field map, as in DLBM=地类编码;QSXZ=权属</source>
        <translation>字段对应，例如 DLBM=地类编码;QSXZ=权属</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Fill in the adjacent parties of the form from the survey</source>
        <translation>勘测定界表的四至由地类图斑自动填写</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Footprint name field</source>
        <translation>地块名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Footprint number field</source>
        <translation>地块编号字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Footprints (red lines)</source>
        <translation>用地红线图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Former land survey</source>
        <translation>往年地类图斑</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Land occupied by footprints</source>
        <translation>红线占用地类分析</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Layers in another zone may be brought to that of the survey</source>
        <translation>允许把其他分带的图层换算到图斑所在分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Method residue (m²)</source>
        <translation>量算方法残差（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Number of footprints</source>
        <translation>地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Number of pieces</source>
        <translation>碎块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Occupied pieces</source>
        <translation>占用图斑结果图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Other control layers</source>
        <translation>其他控制图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Outside the survey (m²)</source>
        <translation>图斑未覆盖面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Permanent basic farmland (m²)</source>
        <translation>占永久基本农田面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Permanent basic farmland layer</source>
        <translation>永久基本农田图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Planned use field</source>
        <translation>规划用途字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Planned use layer</source>
        <translation>规划用途图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Preset</source>
        <translation>用途方案</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Smallest unit</source>
        <translation>最小取位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Sum of footprints (m²)</source>
        <translation>各地块面积之和（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Tables of the workbook, as in T07,T28 (empty: all)</source>
        <translation>工作簿出哪些表，如 T07,T28（空为全部）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>The former survey is used for construction land without approval: give the approved construction land layer too, or leave the former survey empty.</source>
        <translation>往年地类图斑用于认定无批准手续的建设用地：请同时给出已批建设用地图层，或把往年地类图斑留空。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Total area (m²), overlaps once</source>
        <translation>总面积（平方米，重叠只计一次）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Urban growth boundary layer</source>
        <translation>城镇开发边界图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Which land classes, whose land and which control lines project footprints take.</source>
        <translation>红线压占了什么地类、什么权属、哪条控制线。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>Zone, if the survey is in degrees</source>
        <translation>计算分带（图斑为经纬度时选）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>no adjustment</source>
        <translation>不平差</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>registered parcel area (TBMJ)</source>
        <translation>按图斑面积TBMJ</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>surveyed footprint</source>
        <translation>按勘测定界面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/occupied_land.py"/>
        <source>{plots} footprints, {pieces} pieces, {area} m² ({ha} ha, {mu} mu).</source>
        <translation>{plots}个地块，{pieces}个碎块，{area}平方米（{ha}公顷，{mu}亩）。</translation>
    </message>
</context>
<context>
    <name>OutputBox</name>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>&amp;Workbook (empty: none)</source>
        <translation>输出工作簿（留空则不出表）(&amp;W)</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>Keep, choose another name</source>
        <translation>保留，另选文件名</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>Results</source>
        <translation>成果输出</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>Save the workbook</source>
        <translation>保存工作簿</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>There is no folder {folder}: choose another place for {file}.</source>
        <translation>文件夹 {folder} 不存在：请为 {file} 另选位置。</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>This exists already and would be replaced:
{files}</source>
        <translation>以下文件已存在，将被替换：
{files}</translation>
    </message>
    <message>
        <location filename="../dialogs/outputs.py"/>
        <source>{file} is one of the layers to be read: choose another name.</source>
        <translation>{file} 是本次要读取的图层文件，不能覆盖：请换一个文件名。</translation>
    </message>
</context>
<context>
    <name>OverlaySummary</name>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>0.01 m²</source>
        <translation>0.01平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>1 m² (0.0001 ha)</source>
        <translation>1平方米（0.0001公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Attributes to tell apart, as in GHDLTB=GHDLMC;STBHHX=HXMC</source>
        <translation>分属性统计，如 GHDLTB=GHDLMC;STBHHX=HXMC</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Ground outside each layer too</source>
        <translation>同时列出各图层以外的面积（内/外）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>How much of each red line lies in which layers, by attribute value, in one table.</source>
        <translation>一条红线对任意多个图层，一张表写清各压了多少、压在哪。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>In any layer (m²), overlaps once</source>
        <translation>压盖总面积（平方米，重叠只计一次）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Layers</source>
        <translation>压盖图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Layers in another zone may be brought to that of the red lines</source>
        <translation>允许把其他带号（坐标系）的图层转到红线的坐标系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Lays each red line over any number of polygon layers and writes into one table how much of it lies in each of them, and in how many patches.

1. Red lines: one feature a plot. Without a number field the feature id is the number.
2. Layers: tick all that matter: three control lines, plans, approved land, monitoring spots, ownership …
3. Attributes to tell apart: layer=field, entries separated by semicolons, as in GHDLTB=GHDLMC;STBHHX=HXMC. A layer without an entry is counted as a whole. A name that holds one of the signs ; , = stands in quotes.
4. Where features of one layer overlap, the layer counts the ground once and each attribute value its own; they are listed on the sheet 重叠清单. Where red lines overlap, each counts its ground and the total counts it once.
5. With “Ground outside each layer too” every layer gets an inside and an outside column.
6. Areas are those of the plane, or ellipsoidal ones; they are adjusted once to the area of each red line, so that all sums are exact.

Workbook: 红线压盖分析表 with a column for each layer and value (beyond 60 columns the values stand only on the next sheet), 红线压盖明细表 with a row for each, lists, checks, and what the run was based on. While one check does not hold, every sheet is marked 草稿. Pieces: the red lines cut by all layers, with the layers and values each piece lies in; AREA_ADJ summed over COUNTED = 1 is the total.</source>
        <translation>用红线去套任意多个面图层，一张表写清每条红线各压了多少面积、多少个图斑。

1. 用地红线：一个要素就是一个地块。不选编号字段时用要素号作编号。
2. 压盖图层：把要看的图层都勾上：三条控制线、规划、已批用地、违法图斑、权属等。
3. 分属性统计：写“图层=字段”，多项用分号隔开，如 GHDLTB=GHDLMC;STBHHX=HXMC。没写的图层按整层统计。名称里带有 ； ， ＝ 等符号时用引号括起来。
4. 同一图层的图斑互相重叠时，图层合计只计一次，各属性值分别计算，重叠处列在《重叠清单》。红线互相重叠时，各红线分别计算，合计只计一次。
5. 勾选“同时列出各图层以外的面积”后，每个图层分“内”“外”两栏。
6. 面积可选平面面积或椭球面积；一次平差到每条红线的面积，各项合计分毫不差。

成果工作簿：《红线压盖分析表》每个图层（属性值）一栏，超过60栏时属性值只列在下一张表；《红线压盖明细表》每项一行；另有清单、勾稽检查、输入与口径。有一项检查不平，全部表格标“草稿”。压盖切块：红线被各图层切开后的面，写明每块压在哪些图层、哪些属性值；COUNTED＝1 的 AREA_ADJ 之和就是总面积。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Number of layers</source>
        <translation>图层数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Number of pieces</source>
        <translation>碎块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Number of red lines</source>
        <translation>红线数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Pieces by layer</source>
        <translation>压盖切块</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Red line name field</source>
        <translation>红线名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Red line number field</source>
        <translation>红线编号字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Red line over many layers</source>
        <translation>多图层压盖分析</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Red lines</source>
        <translation>用地红线</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Smallest unit</source>
        <translation>最小取位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Sum of red lines (m²)</source>
        <translation>各红线面积之和（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Total area (m²), overlaps once</source>
        <translation>总面积（平方米，重叠只计一次）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>Zone, if the red lines are in degrees</source>
        <translation>投影带（红线为经纬度时必选）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/occupation/overlay_summary.py"/>
        <source>{plots} red lines, {layers} layers, {pieces} pieces, {area} m² ({ha} ha, {mu} mu).</source>
        <translation>红线 {plots} 条，图层 {layers} 个，切块 {pieces} 个，{area} 平方米（{ha} 公顷，{mu} 亩）。</translation>
    </message>
</context>
<context>
    <name>PieceModel</name>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Approved</source>
        <translation>已批</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Class</source>
        <translation>地类</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Collective</source>
        <translation>集体</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Eco-redline</source>
        <translation>生态红线</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Growth boundary</source>
        <translation>开发边界</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>In permanent basic farmland or in the ecological redline.</source>
        <translation>压占永久基本农田或生态保护红线。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Ownership unit</source>
        <translation>权属单位</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Piece</source>
        <translation>图斑序号</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Plot</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Plot name</source>
        <translation>地块名称</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>Prime farmland</source>
        <translation>永农</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>State or collective</source>
        <translation>权属性质</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>State-owned</source>
        <translation>国有</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>This ground lies under two plots; it counts in the total with the other one.</source>
        <translation>该地块范围与另一地块重叠，合计中已计入另一地块。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_table.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>PointTable</name>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>0.01 m²</source>
        <translation>0.01平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>1 m² (0.0001 ha)</source>
        <translation>1平方米（0.0001公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Boundary points of each plot with X, Y and lengths of sides, as a form and as a point layer.</source>
        <translation>由地块图层出界址点坐标成果表（点号、X、Y、边长）和界址点图层。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Calculated by</source>
        <translation>计算者</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Checked by</source>
        <translation>检查者</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Decimals of coordinates (empty: as the layout says)</source>
        <translation>坐标小数位数（不填则按表样）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Layer of boundary points</source>
        <translation>界址点图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Letter before the number</source>
        <translation>点号前缀</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Nothing to write: choose a workbook or a layer of points.</source>
        <translation>没有可输出的成果，请选择输出工作簿或界址点图层。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Number in the ring</source>
        <translation>圈内序号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Number of boundary points</source>
        <translation>界址点数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Number of plots</source>
        <translation>地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Number of rings</source>
        <translation>圈数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Numbering</source>
        <translation>编号方式</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Plot name</source>
        <translation>地块名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Plot name field</source>
        <translation>地块名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Plot number</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Plot number field</source>
        <translation>地块编号字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Plots</source>
        <translation>地块图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Point number</source>
        <translation>点号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Ring number</source>
        <translation>圈号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Side to the next point (m)</source>
        <translation>到下一点边长（米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Smallest unit of the area</source>
        <translation>面积最小取位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Table of boundary points</source>
        <translation>界址点成果表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Writes the boundary points of each plot as the form 界址点成果表, a page a plot, and as a layer of points.

1. Plots: polygons in metres (a Gauss-Kruger zone). Without a number field the feature id is the number.
2. Order: each ring from the vertex nearest to its north-west corner, outer rings clockwise, holes counter-clockwise; the first point is repeated at the end of its ring.
3. Numbering: on from ring to ring within a plot; anew in each ring; or on through all plots, points that plots have in common being numbered once.
4. X is north and Y is east, both with as many decimals as chosen. Sides are measured between the printed coordinates and rounded half-up to 0.01 m, so that everybody can check them. Points that print the same are one point.
5. Names and date are written at the foot of the form; left empty, there is room to sign.

The area on the form is the plane area of the plot. The columns can be changed: layout T15.</source>
        <translation>把每个地块的界址点写成界址点成果表（一个地块一页），并生成界址点图层。

1. 地块：以米为单位的面图层（高斯－克吕格带）。不选编号字段时用要素编号。
2. 顺序：每圈从最靠近西北角的点起，外圈顺时针，内圈（洞）逆时针，圈末重复首点。
3. 编号：地块内各圈连续；每圈重新编号；或所有地块连续编号，公共界址点只编一次。
4. X为北坐标，Y为东坐标，小数位数可选。边长由打印的坐标反算，四舍五入到0.01米，人人可以核对。打印出来相同的点算一个点。
5. 计算者、检查者和日期写在表尾；不填则留空待签。

表上的面积是地块的平面面积。栏目可改：表样T15。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>X, north (m)</source>
        <translation>X（北，米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>Y, east (m)</source>
        <translation>Y（东，米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>anew in each ring</source>
        <translation>每圈重新编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>boundary points,coordinates,plot,survey and demarcation,sides</source>
        <translation>界址点,坐标,地块,勘测定界,边长</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>on from ring to ring within a plot</source>
        <translation>地块内各圈连续编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>on through all plots, common points once</source>
        <translation>所有地块连续编号，公共点只编一次</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/coordinates/point_table.py"/>
        <source>“{date}” is no date; write it as in 2025-03-31.</source>
        <translation>“{date}”不是日期，请写成2025-03-31的样子。</translation>
    </message>
</context>
<context>
    <name>PostLinkage</name>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Area (mu)</source>
        <translation>面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Booked: {vouchers}.</source>
        <translation>已记账：{vouchers}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Booking date (empty: today)</source>
        <translation>记账日期（空为今天）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Books acceptance, use or transfer of surplus, turnover quota, or a reversal.</source>
        <translation>节余验收入账、使用、调剂，周转指标下达归还，冲销</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Books one event of increase–decrease linkage into a ledger; what breaks a rule is refused with the reason, and nothing is written. Posted vouchers are never changed: what is wrong is reversed.

1. Surplus of a project area comes in with its document of acceptance, is used by a construction project with the document of its approval, or goes to another county, which is booked in both books.
2. Turnover quota is issued and returned by document.
3. Nobody can use, transfer or return more than there is; of several years the oldest goes first. One document of acceptance enters a project area once. These rules follow the practice of linkage pilots, to be confirmed locally.
4. A ledger without linkage books gets one beside each holder's other book.

“Only check” tells whether it would be booked, without writing.</source>
        <translation>把增减挂钩的一笔业务记入台账；违反规则的说明原因、不予记账。已记账的凭证不修改，错的冲销。

1. 项目区节余凭验收文号入账，由建设项目凭批准文号使用，或调往外县（两边账簿同时记）。
2. 周转指标凭文号下达、归还。
3. 使用、调剂、归还不得超过现有数；跨年的先用早年的。同一验收文号对一个项目区只入账一次。各项按增减挂钩试点的做法拟定，须结合本地确认。
4. 没有增减挂钩账簿的台账，按各持有单位自动增设。

“只检查”只说明能否记账，不写入。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Construction project that uses the surplus</source>
        <translation>使用节余的建设项目</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Date of the document</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Document number</source>
        <translation>依据文号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Event</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Holder (code or name)</source>
        <translation>持有单位（代码或名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Number of the voucher to reverse</source>
        <translation>要冲销的凭证号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Number of vouchers</source>
        <translation>凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Only check, post nothing</source>
        <translation>只检查，不记账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Post linkage surplus</source>
        <translation>增减挂钩节余记账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Project area number</source>
        <translation>项目区编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Reason, remark</source>
        <translation>事由、备注</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Receiver of a transfer (code or name)</source>
        <translation>调入单位（代码或名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Surplus available, of this holder (mu)</source>
        <translation>本单位节余可用（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Surplus used, of this holder (mu)</source>
        <translation>本单位节余已使用（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Turnover quota not returned, of this holder (mu)</source>
        <translation>本单位周转指标未归还（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>Voucher numbers</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_linkage.py"/>
        <source>{count} vouchers would be booked.</source>
        <translation>将记{count}张凭证。</translation>
    </message>
</context>
<context>
    <name>PostReserve</name>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Booked: {vouchers}.</source>
        <translation>已记账：{vouchers}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Booking date (empty: today)</source>
        <translation>记账日期（空为今天）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Books events on the reserve of supplementary farmland into a ledger. All of them are booked or none; what breaks a rule is refused with the reason. Posted vouchers are never changed: what is wrong is reversed.

1. Events: link and freeze, link as a promise (lots that are not accepted yet), unlink and unfreeze, draw, transfer out (booked in both books), void, reversal. Lots are entered by “Enter supplementary farmland into the reserve”.
2. A link or draw names its construction project, which the register of the ledger has to know; a draw also the confirmation number and the document of the land approval, a transfer its document and receiver, void and reversal a reason. A draw takes what is frozen for the project first.
3. Farmland, paddy and capacity (kg) are three amounts, none stands for another; what is left blank is nothing.
4. Table: one row a lot with event 业务 (挂钩, 承诺挂钩, 解挂, 核销, 调剂, 作废, 冲销), holder 行政区, lot 储备项目编号, quantity 耕地数量, paddy 水田规模, capacity 粮食产能, project 建设项目编号, confirmation 确认单号, doc_no 文号, doc_date, book_date 记账日期, to_holder 调入单位, reason 原因, reverses 冲销凭证号. Rows that differ in nothing but the lot become one voucher. Other names are said under “Fields of the table”.
5. Without “Post” everything is only checked, and what would be booked is told.

Nobody can draw more than there is in any of the three indicators. Expired lots, missing or repeated confirmation numbers and draws without a link follow resources/rules/reserve.csv, to be confirmed locally.</source>
        <translation>把补充耕地储备的业务记入台账。全部记账或全部不记；违反规则的不予记账并说明原因。已记的凭证不改动，有误的用冲销更正。

1. 业务：挂钩冻结、承诺挂钩（未验收的储备项目）、解挂、占补核销、调剂转出（双方账簿同时记）、作废、冲销。入库用“补充耕地指标入库”。
2. 挂钩、核销须填台账已登记的建设项目；核销还须填确认单号和用地批复文号，调剂须填文号和接收单位，作废、冲销须填原因。核销先用为该项目冻结的部分。
3. 耕地数量、水田规模、粮食产能（公斤）各记各的，互不替代；空白为零。
4. 表：每行一个储备项目，栏目为 event 业务（挂钩、承诺挂钩、解挂、核销、调剂、作废、冲销）、holder 行政区、lot 储备项目编号、quantity 耕地数量、paddy 水田规模、capacity 粮食产能、project 建设项目编号、confirmation 确认单号、doc_no 文号、doc_date 文件日期、book_date 记账日期、to_holder 调入单位、reason 原因、reverses 冲销凭证号。除储备项目外其余各栏相同的行合为一张凭证。其他栏名在“表的字段对应”中指定。
5. 不选“记账”时只检查，并说明将记的凭证。

三项指标任何一项都不能超额使用。过期储备项目、确认单号缺失或重复、未挂钩直接核销按resources/rules/reserve.csv处理，须结合本地确认。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Capacity (kg)</source>
        <translation>粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Confirmation number</source>
        <translation>确认单号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Construction project (code)</source>
        <translation>建设项目编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Date of the document</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Document number</source>
        <translation>依据文号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Event</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Events asked for</source>
        <translation>业务笔数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Farmland</source>
        <translation>耕地（含按规则计的可调整地类）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Fields of the table, as in event=类型;lot=编号</source>
        <translation>表的字段对应，如event=类型;lot=编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Holder (code or name; empty: that of the project or lot)</source>
        <translation>持有单位（代码或名称，空为建设项目或储备项目所在单位）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Links, draws, transfers, voids or reverses amounts of reserve lots, one or a whole table of them.</source>
        <translation>储备项目指标的挂钩、核销、调剂、作废、冲销，一笔或整表记账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Number of the lot</source>
        <translation>储备项目编号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Number of the voucher to reverse</source>
        <translation>要冲销的凭证号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Number of vouchers</source>
        <translation>凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Number of warnings</source>
        <translation>提醒数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Post (without: only check)</source>
        <translation>记账（不选为只检查）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Post reserve lots</source>
        <translation>补充耕地储备记账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Reason, remark</source>
        <translation>事由、备注</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Receiver of a transfer (code or name)</source>
        <translation>调入单位（代码或名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Remaining capacity of the whole reserve (kg)</source>
        <translation>储备库剩余粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Remaining farmland of the whole reserve (mu)</source>
        <translation>储备库剩余耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Remaining paddy of the whole reserve (mu)</source>
        <translation>储备库剩余水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Unit of area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>Voucher numbers</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>hectares</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>or table of events</source>
        <translation>或业务表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/post_reserve.py"/>
        <source>{count} vouchers would be booked.</source>
        <translation>将记{count}张凭证。</translation>
    </message>
</context>
<context>
    <name>PostVoucher</name>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Advances not cleared, of this holder (mu)</source>
        <translation>本单位预支未核销（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Approval document (use, clearing)</source>
        <translation>批复文号（使用、预支核销）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Area (mu)</source>
        <translation>面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Available, of this holder, year and source (mu)</source>
        <translation>本单位本年度本来源可用余额（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Booking date (empty: today)</source>
        <translation>记账日期（空为今天）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Books one event into a quota ledger, with every rule checked first; a request that breaks one is refused with the reason, and nothing is written. Posted vouchers are never changed: what is wrong is reversed.

1. Areas in mu, four decimals at most; of the total, the agricultural and the cultivated part.
2. Holder, source and project by code or by name. Without a quota year it is that of the booking date; for submission, use, return and write-off an empty source or year means all the project has.
3. Booking date: it decides the quarter. The document keeps its own date, also where its quarter is closed.
4. A transfer is posted in both books. Clearing an advance undoes the whole advance of the project and uses the approved area of the source: what is too much goes back, what is lacking is taken from available quota.
5. To reverse, give the number of the voucher and the reason.

“Only check” tells what would be booked, and every problem, without writing.</source>
        <translation>登记一笔指标业务。入账前逐条检查规则，违反规则的不予记账并说明原因，不留半笔。已入账的凭证不能修改，记错的用红字冲销。

1. 面积单位为亩，最多4位小数；分别填总面积、其中农用地、其中耕地。
2. 持有单位、来源、项目可填代码或名称。指标年度为空时取记账日期的年度；上报、使用、退回、核销时来源或年度为空，表示该项目的全部指标。
3. 记账日期决定所属季度。文件保留自己的日期，即使其所在季度已结账。
4. 调剂同时记入双方账簿。预支核销时冲减该项目全部预支，并按批复面积使用所填来源的指标：多退，少补。
5. 冲销须填凭证号和原因。

勾选“只检查”时，列出将要记的账和全部问题，不入账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Books one issue, transfer, advance, allocation, submission, use, clearing, return or reversal.</source>
        <translation>登记一笔下达、调剂、预支、配置、上报、使用、预支核销、退回或冲销。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Checked only; nothing was posted.</source>
        <translation>仅检查，未记账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Date of the document</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Document number</source>
        <translation>依据文号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Event</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Holder (code or name)</source>
        <translation>持有单位（代码或名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Number of the voucher to reverse</source>
        <translation>要冲销的凭证号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Number of vouchers</source>
        <translation>凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Number of warnings</source>
        <translation>提醒数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Of which agricultural land (mu)</source>
        <translation>其中农用地转用（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Of which cultivated land (mu)</source>
        <translation>其中占用耕地（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Only check, post nothing</source>
        <translation>只检查，不记账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Operator (empty: from the settings)</source>
        <translation>经办人（空为设置中的姓名）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Pending approval, of this holder (mu)</source>
        <translation>本单位在途（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Post a voucher</source>
        <translation>登记指标收支</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Posted {event}: voucher {vouchers}.</source>
        <translation>已登记{event}，凭证号{vouchers}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Problems and warnings</source>
        <translation>问题和提示</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Problems that refuse</source>
        <translation>不予记账的问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Project (code or name)</source>
        <translation>项目（编码或名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Quota year (empty: that of the booking date)</source>
        <translation>指标年度（空为记账日期的年度）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Reason, remark</source>
        <translation>事由、备注</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Receiver of a transfer (code or name)</source>
        <translation>调入单位（代码或名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Seal of the book</source>
        <translation>链首哈希</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Source at the receiver (empty: the same)</source>
        <translation>调入后的来源（空为相同）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Source of quota (code or name)</source>
        <translation>指标来源（代码或名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Used, of this holder (mu)</source>
        <translation>本单位已使用（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Voucher numbers</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>Year a carry-over goes to (empty: the next)</source>
        <translation>结转到的年度（空为下一年度）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/post_voucher.py"/>
        <source>{account}: {before} → {after} mu</source>
        <translation>{account}：{before} → {after}亩</translation>
    </message>
</context>
<context>
    <name>PostingPage</name>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>All rules hold. The balances would be:</source>
        <translation>各项规则均符合。入账后余额：</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>Change (mu)</source>
        <translation>变动（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>Fill in the form: what the rules say and the resulting balances stand here.</source>
        <translation>填写上面各项，这里随时显示规则检查结果和入账后余额。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>May be posted, but look at the warnings:</source>
        <translation>可以入账，但请看提示：</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>Now (mu)</source>
        <translation>现余额（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>Post (Ctrl+Enter)</source>
        <translation>入账 (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>Then (mu)</source>
        <translation>入账后（亩）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>This can't be posted:</source>
        <translation>不能入账：</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_posting.py"/>
        <source>of which agricultural {farm}, of which cultivated {fields} mu</source>
        <translation>其中农用地 {farm} 亩，其中耕地 {fields} 亩</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source> Everything is in order.</source>
        <translation>全部无误。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source> {count} cells are wrong: nothing can be posted.</source>
        <translation>有{count}处有误，不能入账。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source> {count} warnings.</source>
        <translation>有{count}条提醒。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>All rows</source>
        <translation>全部行</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Check a spreadsheet</source>
        <translation>检查表格</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Copy problems</source>
        <translation>复制问题清单</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>New rows</source>
        <translation>待入账行</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Preview</source>
        <translation>预览改错</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Read the file a&amp;gain</source>
        <translation>重新读取文件(&amp;G)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Reading and checking …</source>
        <translation>正在读取、检查……</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Red cells must be put right in the spreadsheet, yellow ones are warnings. F8: next problem.</source>
        <translation>红格须在表格里改正后重新读取，黄格是提醒。F8：下一个问题。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Rows posted before</source>
        <translation>此前已入账行</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>Rows with problems</source>
        <translation>有问题的行</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_preview.py"/>
        <source>{rows} rows: {new} new, {known} posted before, {mirrors} other sides of transfers, {sums} sum rows.</source>
        <translation>共{rows}行：待入账{new}行，已入账{known}行，调剂对方{mirrors}行；合计行{sums}行。</translation>
    </message>
</context>
<context>
    <name>PrimeFarmland</name>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>0.01 m²</source>
        <translation>0.01平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>1 m² (0.0001 ha)</source>
        <translation>1平方米（0.0001公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Accepted capacity (kg)</source>
        <translation>采用的产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Accepted from the reserve zone (m²)</source>
        <translation>采用的补划中来自储备区（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Accepted paddy (m²)</source>
        <translation>采用的水田（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Accepted supplement (m²)</source>
        <translation>采用的补划面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Area still missing (m²)</source>
        <translation>尚缺面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Areas adjusted to</source>
        <translation>平差控制面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Areas compared (empty: rule prime_area_basis)</source>
        <translation>面积比较口径（空为规则prime_area_basis）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Block {number} is refused: {reasons}</source>
        <translation>补划地块{number}不予补划：{reasons}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Block {number}: {reasons}</source>
        <translation>补划地块{number}：{reasons}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Capacity still missing (kg)</source>
        <translation>尚缺产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Class table (name or CSV file)</source>
        <translation>地类代码表（名称或CSV文件）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Compares the permanent basic farmland that projects take with the blocks set aside in its place (T08), and names every reason that speaks against a block with its area and its ground on the map.

1. Occupying footprints: the red lines of the projects, or blocks of occupied prime farmland; what lies in the layer of permanent basic farmland is taken. Supplement blocks: one feature a block; the layer may be empty, then the result says what is needed.
2. With a project field, the blocks of a project stand against its footprints (the field of the same name in the supplement layer, or another one you name); without it all blocks stand against all footprints.
3. Both sides are cut by the land survey (DLTB, the latest) in one run, measured and adjusted once; areas, paddy, average grade and capacity are exact sums of the pieces. Grades: farmland grade layer, else field GDDB of the survey, else that of the prime farmland layer; two grade systems never mix.
4. A supplement has to reach the occupied area, paddy and capacity, and its average grade may not be worse (compared as exact fractions). Capacity = hectares × (16 − grade) × 1500 kg.
5. A block is refused where it is no cultivated land in the survey, steeper than allowed (over 25° always), not usable in a stable way (rules of stable farmland, resources/codes/stable_rules.csv or a table of your own), prime farmland already, over another block or an occupied one, in the ecological redline, the urban growth boundary or an excluded layer, without grade or slope level, outside survey or districts, or smaller than the least patch. Another county and land outside the reserve zone are hints. Each of these is a rule prime_…: practice, not read in a regulation, so confirm it locally.
6. Refused blocks stand for nothing. An unusable part not larger than rule prime_ignored_m2 is left out and the block stays.

Workbook: 永久基本农田占用补划一览表 (T08), conclusions with what is missing in one sentence a project, blocks with all reasons, reasons piece by piece, lists, checks, rules with their status. While one check does not hold, every sheet is marked 草稿. Layers: pieces, blocks with their verdict, ground of the reasons.</source>
        <translation>把项目占用的永久基本农田与补划地块逐项比对（T08），对每个补划地块列出不合格的全部原因、面积和图上位置。

1. 占用地块：项目红线，或占用的永久基本农田地块；位于永久基本农田图层内的计为占用。补划地块：一个要素一块；图层可以为空，结果说明需要补多少。
2. 填了项目字段，同一项目的补划地块与占用地块比对（补划图层取同名字段，或另行指定）；不填则全部合并比对。
3. 占用和补划用最新地类图斑（DLTB）一次分割、一次量算、一次平差；面积、水田、平均等别、产能都是分割块的准确合计。质量等别：先取耕地质量图层，再取地类图斑的GDDB，再取永久基本农田图层；两种质量体系不混用。
4. 补划的面积、水田、产能不少于占用，平均质量等别不低于占用（按分数准确比较）。产能＝公顷数×(16−等别)×1500公斤。
5. 补划地块有下列情形的不予补划：现状不是耕地、坡度超过规定（25°以上一律不行）、不属可长期稳定利用耕地（按稳定耕地规则resources/codes/stable_rules.csv或自定的规则表）、已是永久基本农田、与其他补划地块或占用地块重叠、位于生态保护红线、城镇开发边界或禁止补划图层内、缺质量等别或坡度级、在调查范围或行政区之外、连片面积小于规定。不在同一县（市、区）、不在储备区内的作提示。以上各项为规则prime_…，来自工作惯例，未见法规原文，请按本地规定确认。
6. 不予补划的地块不计入补划。不合格部分不超过规则prime_ignored_m2的，扣除该部分后地块仍可采用。

工作簿：永久基本农田占用补划一览表（T08）、占用补划结论（每个项目一句话说明尚缺什么）、补划地块审查表（列全部原因）、补划地块问题明细、清单、勾稽检查、规则及其状态。有一项检查不平，各表标注草稿。图层：分割块、补划地块审查结果、问题部分。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Districts (XZQ), to tell counties apart</source>
        <translation>行政区（XZQ），用于区分县（市、区）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Ecological redline layer</source>
        <translation>生态保护红线图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Every project is balanced (1 yes, 0 no)</source>
        <translation>各项目均已补足（1是，0否）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Farmland grade layer</source>
        <translation>耕地等别图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Field map, as in DLBM=地类编码;QSXZ=权属</source>
        <translation>字段对应，例如 DLBM=地类编码;QSXZ=权属</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Grade system</source>
        <translation>等别体系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Layers in another zone may be brought to that of the survey</source>
        <translation>允许把其他分带的图层换算到图斑所在分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Name field of the blocks</source>
        <translation>补划地块名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Name field of the footprints</source>
        <translation>占用地块名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Number field of the blocks</source>
        <translation>补划地块编号字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Number field of the footprints</source>
        <translation>占用地块编号字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Number of footprints</source>
        <translation>地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Number of projects</source>
        <translation>项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Number of reasons</source>
        <translation>原因条数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Number of supplement blocks</source>
        <translation>补划地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Occupied capacity (kg)</source>
        <translation>占用产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Occupied paddy (m²)</source>
        <translation>占用水田（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Occupied prime farmland (m²)</source>
        <translation>占用永久基本农田（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Occupying footprints</source>
        <translation>占用地块</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Other layers in which nothing may be set aside</source>
        <translation>其他禁止补划的图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Paddy still missing (m²)</source>
        <translation>尚缺水田（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Parts of supplement blocks with a reason</source>
        <translation>补划地块问题部分</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Permanent basic farmland layer</source>
        <translation>永久基本农田图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Pieces of both sides</source>
        <translation>占用补划分割块</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Prime farmland: occupied and supplement</source>
        <translation>永农占用补划审查</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Project field of the blocks (empty: the same name)</source>
        <translation>补划地块项目字段（空为同名字段）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Project field of the footprints (empty: all together)</source>
        <translation>占用地块项目字段（空为全部合并）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Projects that are not balanced</source>
        <translation>未补足的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Refused supplement blocks</source>
        <translation>不予补划的地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Reserve zone of prime farmland</source>
        <translation>永久基本农田储备区</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Smallest patch of a block (m²; empty: rule prime_least_patch_m2)</source>
        <translation>补划地块最小连片面积（平方米；空为规则prime_least_patch_m2）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Smallest unit</source>
        <translation>最小取位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Steepest slope level of a block (empty: rule prime_steepest_level)</source>
        <translation>补划地块最大坡度级（空为规则prime_steepest_level）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Supplement blocks</source>
        <translation>补划地块</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Supplement blocks (m²), refused ones too</source>
        <translation>补划地块面积（平方米，含不予补划的）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Supplement blocks with verdict</source>
        <translation>补划地块审查结果</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>The project field of the blocks needs that of the footprints: give both, or leave both empty.</source>
        <translation>填了补划地块的项目字段，还需填占用地块的项目字段：两个都填，或都不填。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Urban growth boundary layer</source>
        <translation>城镇开发边界图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Whether supplement blocks make up for the permanent basic farmland that projects take.</source>
        <translation>比对占用与补划的面积、水田、等别、产能、坡度，逐块说明不合格原因。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>Zone, if the survey is in degrees</source>
        <translation>计算分带（图斑为经纬度时选）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>farmland quality grade (1 to 10)</source>
        <translation>耕地质量等级（1—10等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>national utilisation grade (1 to 15)</source>
        <translation>国家利用等（1—15等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>no adjustment</source>
        <translation>不平差</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>registered parcel area (TBMJ)</source>
        <translation>按图斑面积TBMJ</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>surveyed footprint</source>
        <translation>按勘测定界面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>with field ridges (gross)</source>
        <translation>含田坎</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/prime_farmland.py"/>
        <source>without field ridges (net)</source>
        <translation>扣田坎</translation>
    </message>
</context>
<context>
    <name>ProjectModel</name>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Drawn</source>
        <translation>已补充</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Effective date</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Occupied</source>
        <translation>占用</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Project name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Regime</source>
        <translation>适用口径</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Short</source>
        <translation>缺口</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>capacity</source>
        <translation>产能</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_projects.py"/>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>QuarterDialog</name>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>&amp;Quarter</source>
        <translation>季度(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Close a quarter</source>
        <translation>季度结账</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Close the quarter</source>
        <translation>结账</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Close {quarter}? Nothing can be booked into it any more; open projects roll into the next one.</source>
        <translation>确定对{quarter}结账？结账后不能再记入该季度，未办结项目转入下季度。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Closed last: {quarters}</source>
        <translation>最近结账：{quarters}</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>No quarter is closed yet.</source>
        <translation>尚无已结账的季度。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Open a closed quarter again (city only)</source>
        <translation>反结账（仅限市级）</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>R&amp;eason</source>
        <translation>原因(&amp;E)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>Reason, required to open a quarter again</source>
        <translation>反结账原因，必填</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>quarter filing</source>
        <translation>季度备案</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>{quarter} is closed.</source>
        <translation>{quarter}已结账。</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_filing.py"/>
        <source>{quarter} is open again.</source>
        <translation>{quarter}已反结账。</translation>
    </message>
</context>
<context>
    <name>QuotaMap</name>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Available (mu)</source>
        <translation>可用（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Choose a field of region codes or one of names.</source>
        <translation>请选择行政区代码字段或名称字段。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Districts</source>
        <translation>行政区</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Districts with a holder</source>
        <translation>有持有单位的行政区</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Districts with quota</source>
        <translation>带指标余额的行政区</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Districts without a holder</source>
        <translation>无持有单位的行政区</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Field of names</source>
        <translation>名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Field of region codes</source>
        <translation>行政区代码字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Holders without a district</source>
        <translation>无行政区的持有单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Joins the balances of a quota ledger to the districts of its holders, all districts are kept.

1. Districts: a polygon layer with a field of codes or of names; give at least one. A holder's district is the one with the region code of the register of holders, else the one with its name.
2. Holders without a district and districts without a holder are named in the log and counted.

Areas are in mu. The style shades districts by what is available and draws used, pending, advanced and available as a bar.</source>
        <translation>把指标台账的余额按持有单位挂到行政区图层上，所有行政区都保留。

1. 行政区：面图层，有行政区代码字段或名称字段，至少给一个。先按持有单位登记的行政区代码挂接，挂不上的再按名称。
2. 没有行政区的持有单位、没有持有单位的行政区，在日志中列出并计数。

面积单位为亩。样式按可用余额分级设色，并以条形显示已批、在途、预支、可用。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Map of quota balances</source>
        <translation>指标结余专题图</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Obtained (mu)</source>
        <translation>获得指标（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Puts what each holder obtained, used and has left on the layer of districts.</source>
        <translation>把各县（市、区）指标获得、使用、结余挂到行政区上成图。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>Quota balances {year}</source>
        <translation>{year}年度指标结余</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>The district {name} {code} has no holder in the ledger.</source>
        <translation>行政区{name} {code}在台账中没有持有单位。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>The holder {holder} ({code}) has no district in the layer.</source>
        <translation>持有单位{holder}（{code}）在图层中没有行政区。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>The holder {holder} has several districts; each of them shows the whole amount.</source>
        <translation>持有单位{holder}在图层中有多个图形，每个图形都显示全部数额。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_map.py"/>
        <source>… and {count} more.</source>
        <translation>……另有{count}条。</translation>
    </message>
</context>
<context>
    <name>QuotaReportAlgorithm</name>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Advanced, cleared or not (mu)</source>
        <translation>累计预支（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Advances not cleared (mu)</source>
        <translation>预支未核销（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Available (mu)</source>
        <translation>可用（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Carried over from the year before (mu)</source>
        <translation>上年结转（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Growth against the year before (%)</source>
        <translation>同比（%）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Growth against the year before: {growth} %.</source>
        <translation>同比 {growth}%。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Journal, quota obtained and used by holder and source, quarter filing and rolling projects.</source>
        <translation>出流水账、获得及使用情况汇总表、季度备案表、滚动项目清单。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Left of the year's quota (mu)</source>
        <translation>结余（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Lines of the journal</source>
        <translation>流水账笔数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Obtained (mu)</source>
        <translation>获得指标（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Obtained {obtained} mu, advances not cleared {advanced}, pending {pending}, used {used}, available {available}.</source>
        <translation>获得指标{obtained}亩，预支未核销{advanced}亩，在途{pending}亩，已批复使用{used}亩，可用{available}亩。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Pending approval (mu)</source>
        <translation>在途（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Projects that roll into the next quarter</source>
        <translation>滚入下季度的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Projects with an advance</source>
        <translation>预支项目</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Tables of the quota ledger</source>
        <translation>指标台账出表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Tables of the workbook, as in T02,T24 (empty: all)</source>
        <translation>出哪些表，如 T02,T24（空为全部）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Used, approved (mu)</source>
        <translation>已批复使用（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/quota_report.py"/>
        <source>Writes the tables of a quota ledger into one workbook and checks them against the ledger.

1. Quota year: whose quota the journal and the yearly summary show; the quarter filing shows all years.
2. Last day: vouchers up to this day count. The quarter filed is the one of this day; without a day that of the last voucher of the year.
3. Date that counts: for the journal and the yearly summary, the date of the document or of the booking; quarters always go by the booking.
4. Tables: T01 journal, T02 yearly summary, T02S by source, T02M by month, T03, T03B and T04 stock, T22 approvals, T23 and T23B supply, T24 quarter filing, T25 rolling projects. Empty means all that have rows, with charts.

Pending and used are of quota that was obtained; what was advanced stands under advances until it is cleared. Sources that are kept apart never count in the total. The seal of every book stands under the quarter filing: keep a printed copy, it proves the ledger. While one check does not hold, every sheet is marked 草稿.</source>
        <translation>把指标台账的各种表写入一个工作簿，并与台账核对。

1. 指标年度：流水账、获得情况表只列该年度的指标；季度备案表列所有年度。
2. 统计截止日期：只计到这一天。备案季度为这一天所在的季度；不填时为该年度最后一张凭证所在的季度。
3. 统计所依日期：流水账、获得情况表按文件日期或记账日期；季度一律按记账日期。
4. 出表：T01流水账，T02获得及使用情况汇总表，T02S来源结构，T02M分月情况，T03、T03B、T04批而未供和增存挂钩，T22报批台账，T23、T23B供应，T24季度备案表，T25滚动项目清单。空为全部有数据的表，并附图表。

在途、已批复使用只计实有指标；预支的在核销以前计入预支未核销。单列来源（增减挂钩、盘活）不计入合计。各账簿的校验码印在季度备案表下：请留存纸质件，它是台账未被改动的凭据。有一项勾稽关系不平，所有表均标“草稿”。</translation>
    </message>
</context>
<context>
    <name>RectificationBalance</name>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Acts in another zone may be brought to that of the spots</source>
        <translation>允许把其他分带的整改措施转到图斑所在分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Acts of rectification (layer or table)</source>
        <translation>整改措施（图层或表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Adds up, spot by spot, what was done about farmland that flowed out.

1. Spots: a layer, a table or a sheet 耕地流出整改台账 with number (TBBH), outflow (LCMJ), area to be rectified (YZGMJ; without it the whole outflow), county, year (LCNF), case (LCQX), permanent basic farmland (SFYN), day it was struck off (XHRQ), evidence (JZCL); found by name, alias or Chinese name, or said under “Field map”.
2. Acts: a layer, a table or a sheet 整改措施 with spot (LCTBBH), way (ZGFS: 整改恢复, 落实进出平衡, 调整补划), area (ZGMJ), number and area of the patch (ZGTBBH, TBMJ), plan (JCFABH), day (ZGRQ), class after (HFDL). Without them the three areas are fields of the spots (HFMJ, JCPHMJ, TZBHMJ).
3. The ways of a spot add up to no more than its duty; one inflow or supplement patch balances one spot; restored land is cultivated again; where both layers have shapes, restored land lies in its spot, other patches lie apart from each other and from all spots. How each of these binds, and what is exempt, are rules (resources/rules/rectification.csv: after the in–out balance since 2021 and the reform of 2024) to be confirmed locally.
4. 未整改, 部分整改, 已整改 follow from the areas; 已销号 needs all of it, evidence, and a day not before the last act.
5. A ledger keeps spots and acts in versions: acts of several years add up, and importing twice enters nothing twice. Nothing is entered while a rule that binds is broken.
6. Published figures (合计=17.58;整改恢复=10.17;…, in 万亩) are compared as what they may have been before rounding.

Workbook: 耕地流出整改台账 (T10), county summary in 万亩 (T10S) that foots as printed, acts, published figures, checks, findings, inputs with the rules. While one check does not hold, every sheet is marked 草稿. Result: every spot with its state.</source>
        <translation>逐图斑核算耕地流出的整改情况。

1. 流出图斑：图层、表或“耕地流出整改台账”工作表，含图斑编号（TBBH）、流出面积（LCMJ）、应整改面积（YZGMJ，没有时为全部流出面积）、县、流出年度（LCNF）、流出情形（LCQX）、是否永农（SFYN）、销号日期（XHRQ）、举证材料（JZCL）；按字段名、别名或中文名识别，也可在“字段对应”中指定。
2. 整改措施：图层、表或“整改措施”工作表，含流出图斑编号（LCTBBH）、整改方式（ZGFS：整改恢复、落实进出平衡、调整补划）、整改面积（ZGMJ）、转进（补划）图斑编号和面积（ZGTBBH、TBMJ）、方案编号（JCFABH）、整改日期（ZGRQ）、整改后地类（HFDL）。没有时取图斑的三个面积字段（HFMJ、JCPHMJ、TZBHMJ）。
3. 一个图斑三种方式之和不超过应整改面积；一个转进（补划）图斑只对应一个流出图斑；整改恢复后应为耕地；两个图层都有图形时，恢复范围应在本图斑内，其他图斑之间、与流出图斑之间不得重叠。各项是否必须、哪些情形不需整改，见规则（resources/rules/rectification.csv，按2021年起的进出平衡和2024年改革的做法拟定），须结合本地确认。
4. 未整改、部分整改、已整改由面积得出；已销号须整改到位、有举证材料、销号日期不早于最后一次整改。
5. 台账按版本登记图斑和措施：历年措施累计，重复导入不会重复登记。违反必须遵守的规则时不登记。
6. 公布数字（合计=17.58;整改恢复=10.17;…，单位万亩）按四舍五入前可能的范围核对。

工作簿：耕地流出整改台账、按万亩行列相符的县级汇总表、整改措施、公布数字核对、勾稽检查、问题清单、输入与口径（含规则）。有一项不平时各表标“草稿”。成果图层：每个图斑及其状态。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Adjusted and supplemented (mu)</source>
        <translation>调整补划（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Enter spots and acts into the ledger</source>
        <translation>把图斑和整改措施登记到台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Exempt spots</source>
        <translation>不需整改图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Field map, as in TBBH=编号;LCMJ=面积</source>
        <translation>字段对应，如 TBBH=编号;LCMJ=面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Ledger with earlier spots and acts</source>
        <translation>登记有以往图斑和措施的台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Nothing was entered into the ledger: a check does not hold.</source>
        <translation>有勾稽项不平，未登记到台账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Number of spots</source>
        <translation>图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Outflow rectification</source>
        <translation>耕地流出整改核销</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Outflow spots (layer or table)</source>
        <translation>耕地流出图斑（图层或表）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Outflow spots by three ways of rectification: state of each spot, ledger and county summary.</source>
        <translation>流出图斑按恢复、进出平衡、调整补划三种方式核算，可拆分、可销号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Published figures to compare, as in 合计=17.58;整改恢复=10.17</source>
        <translation>要核对的公布数字，如 合计=17.58;整改恢复=10.17</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Rectified (mu)</source>
        <translation>整改合计（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Rectified share (%)</source>
        <translation>整改处置比例（%）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Restored (mu)</source>
        <translation>整改恢复（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Rows changed in the ledger</source>
        <translation>台账中变更的条数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Rows new in the ledger</source>
        <translation>台账中新增的条数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Settled by the in–out balance (mu)</source>
        <translation>落实进出平衡（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Spots not rectified</source>
        <translation>未整改图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Spots rectified in full</source>
        <translation>已整改图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Spots rectified in part</source>
        <translation>部分整改图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Spots struck off</source>
        <translation>已销号图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Spots with their state</source>
        <translation>图斑整改状态</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Still to be rectified (mu)</source>
        <translation>未整改面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>To be rectified (mu)</source>
        <translation>应整改面积（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Unit of the areas in the layers</source>
        <translation>图层中面积的单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>Zone, if the spots are in degrees</source>
        <translation>图斑为经纬度时所用分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>or workbook with the sheet of acts</source>
        <translation>或含整改措施表的工作簿</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>or workbook with the sheet of spots</source>
        <translation>或含流出图斑台账的工作簿</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/rectification_balance.py"/>
        <source>{done} of {due} mu are rectified ({count} spots).</source>
        <translation>应整改{due}亩，已整改{done}亩（{count}个图斑）。</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <location filename="../dialogs/register_dialog.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../dialogs/register_dialog.py"/>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../dialogs/register_dialog.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../dialogs/register_dialog.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>RequisitionBalance</name>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_balance.py"/>
        <source>Counts the farmland that each project takes and finds the lots of the reserve that make up for it in quantity, paddy and capacity; where they do not suffice it says which indicator of which project is short by how much.

1. Projects: footprints over the land survey (cut and adjusted as in “Land occupied by footprints”; those of one value in the project field are one project), or a table with one row a project: code 项目编号, name, region 行政区代码, kind 项目类型, effective 生效日期, quantity 占用耕地数量, paddy 水田规模, capacity 粮食产能, areas by grade 1等 … 15等; other names are said under “Fields of the tables”.
2. Cultivated land counts without field ridges, adjustable classes (K) are included; with approved land and the former survey also farmland that was built on without approval (rules requisition_count_…).
3. Grades: the grade layer, else GDDB of the survey; farmland without one needs a typed default grade, which is listed. Capacity: Σ area (ha) × (16 − grade) × 1500 kg of the official forms of 2018, rounded once a project; other presets can be chosen. Grades of two systems are never mixed.
4. Reserve: a ledger with reserve books, or a table of lots. Frozen, expired and excluded amounts are not drawn; running upgrading projects are only promised (以承诺方式落实).
5. Regime by effective date: three indicators (2017), from rule requisition_one_account_from on one account (2024) with a yearly ceiling max(0, net increase × factor) from the table of accounts; projects beyond it are named. A county's own figure is an estimate (测算), what was allotted stands under its document.
6. Matching: as little short as can be, earlier projects first; then least waste of paddy and capacity, lots of the same county, soonest expiring or oldest lots, fewest lots, lot code. Bound, gap and proof of each stage stand on the sheet 优化过程.
7. Pinned: P01=LOT1 or P01=LOT1:hectares,hectares of paddy,kg. Excluded: LOT9 or P01=LOT2.
8. Booking: what is settled or promised is frozen, or drawn under its confirmation number; run again, only the rest is booked.
9. The table of projects can be given back as the table of projects: it is read without loss (areas in mu with six decimals, areas by grade), and matched again without cutting.

Workbook: 项目汇总, 占补平衡分析表 (T27, one for 分批次, one for 单独选址), 挂钩核销台账 (T06), 储备剩余, 年度账户, 优化过程, T05, checks, findings, inputs with the rules and how sure they are. While one check does not hold, every sheet is marked 草稿.</source>
        <translation>算清每个建设项目占用的耕地，从储备库中选出能在数量、水田、粮食产能三方面补上的储备项目；储备不够时，指明哪个项目的哪项指标缺多少。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_balance.py"/>
        <source>Projects by conclusion</source>
        <translation>项目占补结论</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_balance.py"/>
        <source>Quantity, paddy and capacity that each project takes, the lots of the reserve that make up for it, what is short.</source>
        <translation>算清每个项目占用的数量、水田、产能，自动选储备项目挂钩，缺哪项、缺多少一目了然。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_balance.py"/>
        <source>Requisition–compensation balance</source>
        <translation>占补平衡挂钩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_balance.py"/>
        <source>{aim}: {value}, bound {bound}, gap {gap} %, {seconds} s</source>
        <translation>{aim}：{value}，下界{bound}，差距{gap}%，{seconds}秒</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_balance.py"/>
        <source>{projects} projects: {settled} settled, {promised} by promise, {open} not; {need} mu needed, {short} mu short, {left} mu left in the reserve.</source>
        <translation>{projects}个项目：已落实{settled}个，承诺{promised}个，未落实{open}个；应补充{need}亩，缺{short}亩，储备剩余{left}亩。</translation>
    </message>
</context>
<context>
    <name>RequisitionParameters</name>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>2017: three indicators</source>
        <translation>2017年：三类指标</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>2024: one account</source>
        <translation>2024年：统一账户</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Approved construction land layer</source>
        <translation>已批建设用地图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Book in the ledger</source>
        <translation>记入台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Booking date (empty: today)</source>
        <translation>记账日期（空为今天）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Capacity preset</source>
        <translation>产能标准</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Choose a ledger or a table of lots, one of the two.</source>
        <translation>请在台账和储备项目表中任选一个。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Choose footprints or a table of projects, one of the two.</source>
        <translation>请在用地红线和建设项目表中任选一个。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Confirmation numbers, as in P01=QR1;P02=QR2</source>
        <translation>确认单号，如P01=QR1;P02=QR2</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Document number of the land approval</source>
        <translation>用地批复文号</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Drawn, capacity (kg)</source>
        <translation>补充粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Drawn, paddy (mu)</source>
        <translation>补充水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Drawn, quantity (mu)</source>
        <translation>补充耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Effective date field</source>
        <translation>生效日期字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Effective date where none is given</source>
        <translation>缺生效日期的按此日</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Excluded lots, as in LOT9;P01=LOT2</source>
        <translation>排除的储备项目，如CB9;P01=CB2</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Farmland grade layer</source>
        <translation>耕地等别图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Fields of the tables, as in code=编号;quantity=耕地</source>
        <translation>表的字段对应，如code=编号;quantity=耕地</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Footprint name field</source>
        <translation>地块名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Footprint number field</source>
        <translation>地块编号字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Footprints (red lines)</source>
        <translation>用地红线图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Footprints need the land survey and the field with their number.</source>
        <translation>选了用地红线，还须选地类图斑和地块编号字段。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Former land survey</source>
        <translation>往年地类图斑</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Grade of farmland without one (empty: refused)</source>
        <translation>缺等别的耕地按几等算（空：不予计算）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Largest gap of the stages</source>
        <translation>各步最大差距</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Leave out pins and exclusions of what is not there</source>
        <translation>指定和排除中已不存在的项目不采用</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Ledger with the reserve</source>
        <translation>含储备库的台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Lots drawn from</source>
        <translation>动用的储备项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Mark of the matching</source>
        <translation>挂钩结果标记</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Mark of the matching that was looked at (another one is not booked)</source>
        <translation>已看过的挂钩结果标记（结果不同则不记账）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Needed, capacity (kg)</source>
        <translation>应补充粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Needed, paddy (mu)</source>
        <translation>应补充水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Needed, quantity (mu)</source>
        <translation>应补充耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Number of projects</source>
        <translation>项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Number of vouchers</source>
        <translation>凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Only a ledger can be booked in: choose one, or book nothing.</source>
        <translation>只有台账可以记账：请选台账，或选不记账。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Pinned lots, as in P01=LOT1</source>
        <translation>指定挂钩，如P01=CB1</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Project field (empty: each footprint is one)</source>
        <translation>项目字段（空：每个地块为一个项目）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Project name field</source>
        <translation>项目名称字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Project type field</source>
        <translation>项目类型字段</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Project type where none is given</source>
        <translation>缺项目类型的按</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Projects beyond the yearly ceiling</source>
        <translation>超年度上限的项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Projects by conclusion</source>
        <translation>项目占补结论</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Projects from a table have no shapes: leave the layer of projects empty.</source>
        <translation>建设项目表没有图形，请不要输出项目图层。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Projects not settled</source>
        <translation>未落实项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Projects settled by promise</source>
        <translation>以承诺方式落实项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Promised, capacity (kg)</source>
        <translation>承诺粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Promised, paddy (mu)</source>
        <translation>承诺水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Promised, quantity (mu)</source>
        <translation>承诺耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Regime</source>
        <translation>适用口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Remaining, capacity (kg)</source>
        <translation>剩余粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Remaining, paddy (mu)</source>
        <translation>剩余水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Remaining, quantity (mu)</source>
        <translation>剩余耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Settled projects</source>
        <translation>已落实项目数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Short, capacity (kg)</source>
        <translation>缺粮食产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Short, paddy (mu)</source>
        <translation>缺水田规模（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Short, quantity (mu)</source>
        <translation>缺耕地数量（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>System of grades</source>
        <translation>等别体系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Table of draws</source>
        <translation>挂钩明细表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Table of lots</source>
        <translation>储备项目表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Table of projects</source>
        <translation>建设项目表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>The three indicators may come from different lots</source>
        <translation>三项指标可取自不同储备项目</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Unit of the areas in the tables</source>
        <translation>表中面积单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>Yearly accounts of counties (2024)</source>
        <translation>各县年度账户（2024年口径）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>batch</source>
        <translation>分批次</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>by the effective date</source>
        <translation>按生效日期</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>draw</source>
        <translation>占补核销</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>farmland quality grade (1–10)</source>
        <translation>耕地质量等级（1–10等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>national utilisation grade (1–15)</source>
        <translation>国家利用等（1–15等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>nothing, only compute</source>
        <translation>不记账，只测算</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>or table of lots</source>
        <translation>或储备项目表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>or table of projects</source>
        <translation>或建设项目表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/requisition_parameters.py"/>
        <source>single site</source>
        <translation>单独选址</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>&amp;Open the report of the ledger …</source>
        <translation>打开台账出表(&amp;O)……</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Import &amp;another spreadsheet</source>
        <translation>再导入一个表格(&amp;A)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>Posted</source>
        <translation>已入账</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>{count} projects were entered into the register.</source>
        <translation>已登记{count}个项目。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>{count} rows had been posted before and were left alone.</source>
        <translation>{count}行此前已入账，未重复记。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>{rows} rows were entered into the register.</source>
        <translation>已登记{rows}行。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_finish.py"/>
        <source>{rows} rows were posted as {vouchers} vouchers:
{labels}</source>
        <translation>{rows}行已入账，共{vouchers}张凭证：
{labels}</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>All checks hold, nothing was found.</source>
        <translation>勾稽全部相平，未发现问题。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>All checks hold. {findings} findings to be read before signing:</source>
        <translation>勾稽全部相平。签字前请看以下 {findings} 个问题：</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>All conclusions</source>
        <translation>全部结论</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>All counties</source>
        <translation>全部县（市、区）</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>All plots</source>
        <translation>全部地块</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Areas in</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Balance</source>
        <translation>占补平衡</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Clear all pins and exclusions</source>
        <translation>清除全部指定和排除</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>Filter: plot, land class, ownership unit …</source>
        <translation>筛选：地块、地类、权属单位…</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Filter: project, name, lot …</source>
        <translation>筛选：项目编号、名称、储备项目……</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>Findings and checks</source>
        <translation>问题与勾稽</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>Findings and checks ({count})</source>
        <translation>问题与勾稽（{count}）</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Findings and log</source>
        <translation>问题与日志</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Findings and log ({count})</source>
        <translation>问题与日志（{count}）</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>Log</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Lots</source>
        <translation>储备项目</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>No result yet.</source>
        <translation>尚无结果。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>Only conflicts (&amp;K)</source>
        <translation>仅看冲突(&amp;K)</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>Pieces</source>
        <translation>占用图斑</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>Pieces in permanent basic farmland or in the ecological redline.</source>
        <translation>压占永久基本农田或生态保护红线的图斑。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Projects</source>
        <translation>项目清单</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Take back the last pin or exclusion (Ctrl+Z).</source>
        <translation>撤销上一次指定或排除（Ctrl+Z）。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>Unit of the areas shown</source>
        <translation>显示的面积单位</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>capacity</source>
        <translation>产能</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>m² or count</source>
        <translation>平方米或个数</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{amount} ha</source>
        <translation>{amount}公顷</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{amount} kg</source>
        <translation>{amount}公斤</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{amount} mu</source>
        <translation>{amount}亩</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{count} checks do not hold: the workbook is marked as a draft and must not be signed.</source>
        <translation>有 {count} 项勾稽不平：工作簿已标“草稿”，不得签字上报。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{project} is beyond the yearly ceiling of its county by {amount}: it is not matched.</source>
        <translation>{project}：超出本县年度占用上限{amount}，不予挂钩。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{project} is settled by promise: {amounts} from running projects.</source>
        <translation>{project}：以承诺方式落实，由正在实施的项目承诺{amounts}。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{project} is settled in all indicators, from {count} lots.</source>
        <translation>{project}：三项指标均已落实，使用{count}个储备项目。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{project} is short of {amounts}.</source>
        <translation>{project}：缺{amounts}。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_result.py"/>
        <source>{project} takes no farmland.</source>
        <translation>{project}：不占用耕地。</translation>
    </message>
    <message>
        <location filename="../dialogs/occupation_result.py"/>
        <source>{rows} of {all} pieces, {conflicts} conflicts · {m2} m² = {ha} ha = {mu} mu</source>
        <translation>显示 {rows} / {all} 块，冲突 {conflicts} 块；面积 {m2} 平方米 = {ha} 公顷 = {mu} 亩</translation>
    </message>
</context>
<context>
    <name>ReversalDialog</name>
    <message>
        <location filename="../dialogs/ledger_reversal.py"/>
        <source>&amp;Booked on</source>
        <translation>记账日期(&amp;B)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_reversal.py"/>
        <source>&amp;Operator</source>
        <translation>经办人(&amp;O)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_reversal.py"/>
        <source>&amp;Reason (required)</source>
        <translation>原因（必填）(&amp;R)</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_reversal.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_reversal.py"/>
        <source>For example: area typed wrongly, booked again as …</source>
        <translation>例如：面积录错，已另记凭证……</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_reversal.py"/>
        <source>Reverse</source>
        <translation>冲销</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_reversal.py"/>
        <source>Reverse voucher {voucher}</source>
        <translation>冲销凭证 {voucher}</translation>
    </message>
    <message>
        <location filename="../dialogs/ledger_reversal.py"/>
        <source>{voucher}

A voucher of the opposite sign is posted; the voucher itself stays as it is. A transfer is reversed in both books.</source>
        <translation>{voucher}

将记一张红字凭证，原凭证保留不变。调剂凭证在两本账中同时冲销。</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Approved construction land YPJSYD (made up)</source>
        <translation>已批建设用地 YPJSYD（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Collective ownership JTTDSYQ (made up)</source>
        <translation>集体土地所有权 JTTDSYQ（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Ecological redline STBHHX (made up)</source>
        <translation>生态保护红线 STBHHX（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Farmland grades GDZLDB (made up)</source>
        <translation>耕地质量等别 GDZLDB（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Land survey DLTB (made up)</source>
        <translation>地类图斑 DLTB（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Land survey DLTB 2019 (made up)</source>
        <translation>地类图斑 DLTB 2019（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Permanent basic farmland YJJBNTBHTB (made up)</source>
        <translation>永久基本农田 YJJBNTBHTB（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Planned use GHDLTB (made up)</source>
        <translation>规划地类图斑 GHDLTB（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Project red lines XMHX (made up)</source>
        <translation>项目红线 XMHX（虚构）</translation>
    </message>
    <message>
        <location filename="../dialogs/sample.py"/>
        <source>Urban growth boundary CZKFBJ (made up)</source>
        <translation>城镇开发边界 CZKFBJ（虚构）</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>&amp;Ledger</source>
        <translation>台账(&amp;L)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>&amp;Spreadsheet</source>
        <translation>台账表格(&amp;S)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Choose a ledger</source>
        <translation>选择台账</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Choose a spreadsheet</source>
        <translation>选择台账表格</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Choose a spreadsheet, or drop one onto this window. Nothing is posted before you confirm.</source>
        <translation>选择表格，或把文件拖到本窗口。确认之前不会入账。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Columns known</source>
        <translation>认出列数</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>GeoPackage file, or postgresql:connection/schema</source>
        <translation>GeoPackage文件，或 postgresql:连接名/模式名</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Ledger (*.gpkg)</source>
        <translation>台账 (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Ledger and spreadsheet</source>
        <translation>选台账和表格</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Look at a spreadsheet</source>
        <translation>查看表格</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Looks like</source>
        <translation>像是</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>No heading is known; say on the next page what the columns are.</source>
        <translation>没有认得的表头，请在下一页指定各列。</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Reading {file} …</source>
        <translation>正在读取{file}……</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Shee&amp;ts</source>
        <translation>工作表(&amp;T)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>The sheet &amp;holds</source>
        <translation>表格内容(&amp;H)</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>not recognised</source>
        <translation>未认出</translation>
    </message>
    <message>
        <location filename="../dialogs/import_wizard_source.py"/>
        <source>{count} columns are known; the next page shows them.</source>
        <translation>认出{count}列，下一页可核对。</translation>
    </message>
</context>
<context>
    <name>StableFarmland</name>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Capacity of the stable land (kg)</source>
        <translation>稳定耕地产能（公斤）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Capacity preset</source>
        <translation>产能标准</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Class table (name or CSV file)</source>
        <translation>地类代码表（名称或CSV文件）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Cultivated land less steep slopes, river, lake, forest and pasture districts and layers you give.</source>
        <translation>从耕地中扣除25°以上坡地、河湖林牧区等和所给图层。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Cultivated land that is not stable (m²)</source>
        <translation>不稳定耕地（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Cultivated land without ridges (m²)</source>
        <translation>耕地净面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Cultivated land, stable or not</source>
        <translation>稳定耕地识别结果</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Districts with names</source>
        <translation>行政区图层（取名称）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Farmland grade layer</source>
        <translation>耕地等别图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Field map, as in DLBM=地类编码;TBMJ=面积</source>
        <translation>字段对应，例如 DLBM=地类编码;TBMJ=面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Grade system</source>
        <translation>等别体系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Identify stable cultivated land</source>
        <translation>稳定耕地识别</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Land survey (DLTB)</source>
        <translation>地类图斑（DLTB）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Layers in another zone may be brought to that of the survey</source>
        <translation>允许把其他分带的图层换算到图斑所在分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Layers that exclude ground</source>
        <translation>扣除图层（可多个）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Number of cultivated parcels</source>
        <translation>耕地图斑数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Number of pieces</source>
        <translation>碎块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Pieces that are part of a parcel</source>
        <translation>分割出的块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Rounding</source>
        <translation>取位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Rows</source>
        <translation>汇总层级</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Says of all cultivated land of a survey whether it is stable (可长期稳定利用耕地), and of the rest every reason why it is not.

1. Land survey: DLBM, TBMJ and ZLDWDM are needed, GDPDJB, TBXHDM and KCMJ are used; found by name, alias or Chinese name, or said under “Field map”.
2. Rules: cultivated land (01) less slope level 5 (over 25°), less parcels marked in TBXHDM as river (HDGD), lake (HQGD), forest (LQGD), pasture (MQGD), sand (SHGD) or rock (SMGD), less the layers you give. The term is that of 自然资发〔2021〕166号; the list is from practice, confirm it locally. The table resources/codes/stable_rules.csv holds them; a file of your own with the same columns takes its place.
3. The first rule that holds decides, all are listed. A parcel partly under a layer is split exactly; its parts add up to its registered area (TBMJ) and ridge (KCMJ).
4. Whether adjustable classes (K) count, and what happens without a slope level, are rules (resources/rules/inout.csv).
5. Grades come from the grade layer, else from GDDB. Capacity by grade follows the official form: area × (16 − grade) × 1500 kg a hectare.

Areas are net of field ridges, gross areas stand beside. Workbook: by region and reason, by reason, by grade and slope, checks, findings, inputs with every rule and how sure it is. While one check does not hold, every sheet is marked 草稿. Layer: a feature for each piece, stable or not, with its reasons.</source>
        <translation>逐块判定国土调查耕地是否为可长期稳定利用耕地，不稳定的列出全部原因。

1. 国土调查（DLTB）：须有DLBM、TBMJ、ZLDWDM，用到GDPDJB、TBXHDM、KCMJ；按字段名、别名或中文名识别，叫法不同的在“字段对应”中写明。
2. 规则：耕地（01）扣除坡度级5（25°以上）、图斑细化代码（TBXHDM）为河道HDGD、湖区HQGD、林区LQGD、牧区MQGD、沙荒SHGD、石漠化SMGD的图斑，再扣除所给图层。“可长期稳定利用耕地”一语出自自然资发〔2021〕166号；扣除清单取自实际做法，须按当地口径核定。规则表为resources/codes/stable_rules.csv，可用同样栏目的自定文件代替。
3. 以最先符合的规则为准，其余原因一并列出。部分位于扣除图层内的图斑按图形准确分割，各部分之和等于登记的图斑面积（TBMJ）和扣除面积（KCMJ）。
4. 可调整地类（带K）是否计入、缺坡度级如何处理，见规则resources/rules/inout.csv。
5. 等别取自等别图层，没有的取GDDB。产能按公开表格的公式：面积×（16－等别）×1500公斤/公顷。

面积为扣除田坎后的净面积，另列含田坎面积。工作簿：分区分原因汇总、原因表、等别坡度和产能、勾稽检查、问题清单、输入与口径（逐条列规则及其状态）。有一项勾稽不平时全部表格标为草稿。成果图层：每块一个要素，注明是否稳定及原因。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Stable cultivated land (mu)</source>
        <translation>稳定耕地（亩）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Stable cultivated land (m²)</source>
        <translation>稳定耕地（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Stable cultivated land with ridges (m²)</source>
        <translation>稳定耕地含田坎（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Stable land without a grade (m²)</source>
        <translation>无等别的稳定耕地（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>Zone, if the survey is in degrees</source>
        <translation>计算分带（图斑为经纬度时选）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>counties</source>
        <translation>县</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>exact</source>
        <translation>不取舍（精确到0.01平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>national utilisation grade (1–15)</source>
        <translation>国家利用等（1–15等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>printed (0.01 mu, 0.0001 ha)</source>
        <translation>按打印位数（0.01亩、0.0001公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>quality grade (1–10)</source>
        <translation>耕地质量等级（1–10等）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>townships</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>villages</source>
        <translation>村</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/farmland/stable_farmland.py"/>
        <source>{count} cultivated parcels, {total} mu without ridges; stable: {stable} mu.</source>
        <translation>{count}个耕地图斑，不含田坎{total}亩，其中稳定耕地{stable}亩。</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>&lt;b&gt;{count} projects&lt;/b&gt;</source>
        <translation>&lt;b&gt;{count}个项目&lt;/b&gt;</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Bars:</source>
        <translation>条形图：</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Capacity</source>
        <translation>粮食产能</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Composition</source>
        <translation>构成</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Drawn</source>
        <translation>已补充</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Drawn, promised, short, remaining in the reserve.</source>
        <translation>依次为已补充、承诺、缺口、储备库剩余。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>No matching yet.</source>
        <translation>尚未挂钩。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Occupied</source>
        <translation>占用</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Paddy</source>
        <translation>水田</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Remaining</source>
        <translation>剩余</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Remaining in the reserve</source>
        <translation>储备库剩余</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>Short</source>
        <translation>缺口</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>beyond the yearly ceiling: {count}</source>
        <translation>超年度上限：{count}</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>gap 0 %, proven best</source>
        <translation>差距0%，已证明最优</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>gap {gap} %</source>
        <translation>差距{gap}%</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>kg</source>
        <translation>公斤</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_summary.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
</context>
<context>
    <name>TravelAreas</name>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Bases</source>
        <translation>驻点</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Bring layers to the plane of the run where they are in another system</source>
        <translation>坐标系不同的图层转到本次运行的坐标系</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>CSV (*.csv)</source>
        <translation>CSV文件 (*.csv)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Computes driving times on a road layer from bases to villages and units, and the ground reached within each time.

1. Roads: lines. They meet where they have a common vertex. Ends up to the tolerance from another road are joined and listed. “Lines that cross are junctions” is for layers without vertices at junctions; bridges become junctions, too.
2. Speeds: the speed field (km/h) where it has a value, else the road class by the table of speeds (classes in Chinese, road numbers as in G105 or X012, words of OpenStreetMap; your own table: a CSV with class, kmh, open, source, status; 0 km/h is not for cars, open N: one gets on at junctions only), else the default speed. All are to be confirmed locally and stand in the workbook.
3. Direction field: values for along the line, against it, both ways; blank is both. A value that is in none of the lists ends the run.
4. Bases, villages and units: points, or polygons by a point inside. From there straight to the nearest road, at most the distance given; the road is cut there. What is farther from any road is named.
5. Time: way to the road + roads + way from the road. Rounded once to 0.01 minute; bands go by that.
6. Time circles: ground within the width of the parts of roads that are reached, cut to the metre where the time runs out. Gaps between roads are not filled.

Layers in degrees have to be brought to a zone. Lengths are those in the plane of projection.

Output: time circles; places with nearest base and time; the table of all times (minutes, not rounded). Workbook: 时间圈可达情况表, 就近可达情况表, 到达时间明细表, 道路速度取值表, 路网孤岛清单 (parts of the network that are connected to the longest by nothing), checks, findings, inputs with the rules.</source>
        <translation>在道路图层上算各驻点到村庄和服务单元的行车时间，以及各时间内能到的范围。

1. 道路：线图层。有公共节点即相接；端点距另一条道路不超过容差的视为相接，并列出。路口没有打断也没有公共节点的图层，可选“线相交处即为路口”，此时立交桥也算路口。
2. 速度：速度字段（公里/小时）有值的用字段；否则按道路等级查速度表（中文等级、G105或X012等路线编号、OpenStreetMap的写法；也可自备CSV，列为class、kmh、open、source、status；0为不通车，open为N的只能在路口出入）；再查不到的用默认速度。速度均须按本地情况核实，并写入工作簿。
3. 方向字段：沿数字化方向、逆数字化方向、双向各有哪些取值；空值为双向。不在取值表内的值会中止运行。
4. 驻点、村庄、服务单元：点，或面（取面内一点）。由此直线到最近的道路，不超过所给距离，道路在该处断开。离道路更远的逐个列出。
5. 用时＝到道路的一段＋道路＋离开道路的一段。只取舍一次，到0.01分钟，归圈以此为准。
6. 时间圈：可达路段两侧所给宽度以内的范围，在时间用尽处截断，精确到米；道路之间的空当不填补。

经纬度图层须转到一个分带。长度按投影平面计。

输出：时间圈；带就近驻点和用时的地点；全部用时表（分钟，不取舍）。工作簿：时间圈可达情况表、就近可达情况表、到达时间明细表、道路速度取值表、路网孤岛清单（与最长的一片路网不相连的部分）、勾稽检查、问题清单、输入与口径（含规则）。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Direction field (one-way roads)</source>
        <translation>方向字段（单行道）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Direction values: against the line</source>
        <translation>方向取值：逆数字化方向</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Direction values: along the line</source>
        <translation>方向取值：沿数字化方向</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Direction values: both ways</source>
        <translation>方向取值：双向</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Farthest from a road (metres)</source>
        <translation>离道路最远（米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Gaps bridged</source>
        <translation>接通的断头数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Gaps bridged up to (metres, 0 = none)</source>
        <translation>断头容差（米，0为不接）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Ground beside roads in a time circle (metres)</source>
        <translation>时间圈计入道路两侧的宽度（米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Ground, villages and people reached from bases within 15, 30, 45 and 60 minutes on the real roads.</source>
        <translation>按真实路网算各驻点15/30/45/60分钟能到的范围、村庄数和人口。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Lines that cross are junctions</source>
        <translation>线相交处即为路口</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Name of the base</source>
        <translation>驻点名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Name of the unit</source>
        <translation>单元名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Name of the village</source>
        <translation>村庄名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Not connected to the longest part of the network: {count} roads, {km} km, among them feature {feature}.</source>
        <translation>与最长的一片路网不相连：{count}条道路，{km}公里，其中有要素{feature}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Number of bases</source>
        <translation>驻点数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Number of units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Number of villages</source>
        <translation>村庄数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Own table of speeds (CSV)</source>
        <translation>自备速度表（CSV）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Parts of the network beside the longest</source>
        <translation>路网孤岛数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Places with travel time</source>
        <translation>到达时间点</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Population of the unit</source>
        <translation>单元人口</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Population of the village</source>
        <translation>村庄人口</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Road class field (class or road number)</source>
        <translation>道路等级字段（等级或路线编号）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Service units</source>
        <translation>服务单元</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Speed between place and road (km/h)</source>
        <translation>地点到道路一段的速度（公里/小时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Speed field (km/h)</source>
        <translation>速度字段（公里/小时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Speed where none is known (km/h)</source>
        <translation>查不到时的速度（公里/小时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Table of travel times</source>
        <translation>到达时间表</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Time bands (minutes)</source>
        <translation>时间圈（分钟）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Time circles</source>
        <translation>时间圈</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Time circles of</source>
        <translation>时间圈分</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Travel time areas</source>
        <translation>通达时间圈</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Units within the bands</source>
        <translation>时间圈内单元数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Villages</source>
        <translation>村庄</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Villages within the bands</source>
        <translation>时间圈内村庄数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>Zone to work in (roads in degrees)</source>
        <translation>工作分带（道路为经纬度时）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>all bases together</source>
        <translation>全部驻点合并</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>both of them</source>
        <translation>两者都出</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>each base by itself</source>
        <translation>各驻点分别</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>isochrone,service area,network,road,travel time,reach,planner</source>
        <translation>时间圈,服务范围,路网,道路,用时,可达,规划师</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/service/travel_areas.py"/>
        <source>{count} roads of no known speed or class are driven at {speed} km/h.</source>
        <translation>{count}条道路查不到速度或等级，按{speed}公里/小时计。</translation>
    </message>
</context>
<context>
    <name>UnsuppliedLand</name>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>0.01 m²</source>
        <translation>0.01平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>1 m² (0.0001 ha)</source>
        <translation>1平方米（0.0001公顷）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Approved (m²)</source>
        <translation>批准面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Approved area of a batch</source>
        <translation>批次批准面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Approved but unsupplied land</source>
        <translation>批而未供套合</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Approved land</source>
        <translation>已批范围</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Approved land minus supplied land: unsupplied plots, areas and difficulty, batch by batch.</source>
        <translation>已批范围减已供范围，按批次出未供地块、面积和难易程度。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Area method</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Checks that do not hold</source>
        <translation>不平的勾稽项数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Field map, as in PZWH=文号;PCMC=批次</source>
        <translation>字段对应，如 PZWH=文号;PCMC=批次</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Former result, to keep reason, difficulty and measure</source>
        <translation>上次的结果图层（沿用未供原因、难易程度、化解措施）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Layers in another zone may be brought to that of the approved land</source>
        <translation>其他带的图层可换到已批范围所在带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Lays supplied land over approved land and lists what was not supplied, batch by batch.

1. Approved land: polygons with document number (PZWH) or batch (PCMC), date of approval (PZRQ), plot number (DKBH), approved area (PZMJ); found by name, alias or Chinese name, or said under “Field map”, as in PZWH=文号;PCMC=批次. A polygon without batch and document number ends the run.
2. Supplied land: any polygons; number (HTBH, DZJGH) and date (QDRQ) if there are. With a year, what was supplied in it stands under 本年处置面积&gt;供应.
3. Areas are ellipsoidal (or those of the plane) and apportioned once: supplied and unsupplied land of a batch make up its approved area exactly. With “area of the document” that of PZMJ is the whole.
4. Ground that two polygons of one batch share, or that was supplied twice, counts once; both are listed, and so is what was supplied outside approved land.
5. Parts smaller than the sliver limit stay in the sums and are listed by themselves. Batches approved before the base year (rule unsupplied_base_year) are left out.
6. Reason, difficulty, measure and date are kept: from the register of the ledger by plot number, else from the former result by the ground both share.

Workbook: 批而未供台账 (T03), sums by batch, slivers, supply outside, overlaps, checks, findings, inputs. While one check does not hold, every sheet is marked 草稿. Result: one feature for each unsupplied part.</source>
        <translation>用已供范围套合已批范围，按批次列出还没有供出的土地。

1. 已批范围：面图层，字段有批准文号（PZWH）或批次（PCMC）、批准日期（PZRQ）、地块编号（DKBH）、批准面积（PZMJ）；按字段名、别名、中文名自动认，认不出的在“字段对应”里写，如 PZWH=文号;PCMC=批次。既没有批次又没有文号的，不予计算。
2. 已供范围：任意面图层；有编号（HTBH、DZJGH）和日期（QDRQ）的更好。填了年度的，该年供应的列入“本年处置面积&gt;供应”。
3. 面积按椭球面积（也可选平面面积），只平差一次：每个批次已供加未供正好等于批准面积。选“批准文件面积”时以PZMJ为总数。
4. 同一批次图形重叠的、重复供地的，只计一次并列出；批准范围外的供地也列出。
5. 小于碎块界限的碎块仍计入合计，另列清单。早于起始年度（规则unsupplied_base_year）批准的批次不计。
6. 未供原因、难易程度、化解措施、完成时间会沿用：先按地块号取指标台账里的，没有的按图形取上次结果里的。

工作簿：批而未供台账（T03）、批次汇总、碎块清单、批准范围外供地、重叠清单、勾稽检查、问题清单、输入与口径。只要有一项勾稽不平，每张表都标“草稿”。结果：每块未供土地一个要素。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Ledger (*.gpkg);;All files (*)</source>
        <translation>台账 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Ledger with the register of plots</source>
        <translation>含批而未供台账的指标台账</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Name before the title of the tables</source>
        <translation>表名前的单位名称</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Number of batches</source>
        <translation>批次数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Number of overlaps</source>
        <translation>重叠数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Number of plots with unsupplied land</source>
        <translation>未供地块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Number of slivers</source>
        <translation>碎块数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Sliver limit (m²; empty: rule unsupplied_sliver_m2)</source>
        <translation>碎块界限（平方米，空为按规则unsupplied_sliver_m2）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Slivers (m²)</source>
        <translation>碎块面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Smallest unit</source>
        <translation>最小取位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Supplied (m²)</source>
        <translation>已供面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Supplied land</source>
        <translation>已供范围</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Supplied outside approved land (m²)</source>
        <translation>批准范围外供地面积（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Supplied parcel {number}: {area} m² lie outside approved land.</source>
        <translation>供地{number}：有{area}平方米在批准范围外。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Supplied parcels outside approved land</source>
        <translation>批准范围外供地宗数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Unit of the approved area in the layer</source>
        <translation>图层中批准面积的单位</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Unsupplied (m²), slivers included</source>
        <translation>未供面积（平方米，含碎块）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Unsupplied plots</source>
        <translation>未供地块</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Year of disposal (0 = not told apart)</source>
        <translation>处置年度（0为不区分）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>Zone, if the approved land is in degrees</source>
        <translation>已批范围为经纬度时所用的带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>area of the document (PZMJ)</source>
        <translation>批准文件面积（PZMJ）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>ellipsoidal area</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>measured area</source>
        <translation>图形量算面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>plane area</source>
        <translation>平面面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>{batches} batches, {approved} ha approved, {supplied} ha supplied, {left} ha ({mu} mu) unsupplied.</source>
        <translation>{batches}个批次，批准{approved}公顷，已供{supplied}公顷，未供{left}公顷（{mu}亩）。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/approval/unsupplied_land.py"/>
        <source>{count} overlaps, see the sheet 重叠清单; shared ground counts once.</source>
        <translation>有{count}处重叠，见重叠清单；重叠部分只计一次。</translation>
    </message>
</context>
<context>
    <name>VerifyLedger</name>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Computes all balances, sums and seals of a ledger again and names the first bad voucher.</source>
        <translation>重算全部余额、勾稽关系和防篡改链，指出第一条有问题的凭证。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Computes everything in a ledger again and says in one sentence whether it is as it was posted.

1. Both chains of every book: numbers without a gap, every seal, every voucher balanced.
2. Balances and monthly sums against the vouchers; transfers against both books.
3. The tables, triggers and indices of the file or the database.
4. The seals of closed quarters, and of the newest backup beside a ledger file, looked up in the books.

Whoever can replace the whole file can build a chain anew. Against that stand the printed quarter filings: type number and seal of a book from one (371526 128 3f9a…; one a line) and they are looked up, too. The first eight characters of a seal are enough.</source>
        <translation>把台账从头重算一遍，用一句话说明是否与入账时一致。

1. 每本账簿的两条链：编号不断号，校验码逐张相符，每张凭证自身平衡。
2. 余额、月度发生额与凭证一致；调剂两边相等。
3. 文件或数据库中的表、触发器、索引完好。
4. 已结账季度的校验码、台账文件旁最新备份的校验码，都能在账簿中找到。

能把整个文件换掉的人，也能把链重做一遍。防这一手靠的是印出的季度备案表：把上面的账簿、凭证编号和校验码录入（371526 128 3f9a…，一行一条），一并核对。校验码录前八位即可。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>First voucher or book that is wrong</source>
        <translation>第一个有问题的凭证或账簿</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Number of books</source>
        <translation>单位数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Number of findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Number of postings</source>
        <translation>分录数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Number of vouchers</source>
        <translation>凭证数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Printed seals: book, number, seal; one a line</source>
        <translation>印出的校验码：账簿 凭证编号 校验码，一行一条</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Result</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>The ledger is NOT sound: {count} findings, the first in {place}: {finding}</source>
        <translation>台账校验不通过：发现{count}个问题，第一个在{place}：{finding}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>The ledger is sound: {vouchers} vouchers with {postings} postings in {books} books, every seal and every balance holds.</source>
        <translation>台账校验通过：{books}本账簿共{vouchers}张凭证、{postings}条分录，校验码和余额全部相符。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Verify a ledger</source>
        <translation>台账校验</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>Versions of register rows</source>
        <translation>登记簿版次数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>What is wrong there</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/verify_ledger.py"/>
        <source>… and {count} more.</source>
        <translation>……另有{count}条。</translation>
    </message>
</context>
<context>
    <name>WorkbookAlgorithm</name>
    <message>
        <location filename="../processing/workbook_algorithm.py"/>
        <source>Does not hold: {name}, {where}: {left} against {right}</source>
        <translation>不平：{name}，{where}：{left}与{right}</translation>
    </message>
    <message>
        <location filename="../processing/workbook_algorithm.py"/>
        <source>Does not hold: {name}: {left} against {right}</source>
        <translation>不平：{name}：{left}与{right}</translation>
    </message>
    <message>
        <location filename="../processing/workbook_algorithm.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../processing/workbook_algorithm.py"/>
        <source>Workbook</source>
        <translation>输出工作簿</translation>
    </message>
    <message>
        <location filename="../processing/workbook_algorithm.py"/>
        <source>… and {count} more.</source>
        <translation>……另有{count}条。</translation>
    </message>
</context>
<context>
    <name>YearDialog</name>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Choose a table.</source>
        <translation>请选择要出的表。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Forms of requisition–compensation</source>
        <translation>占补平衡分析表</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Increase–decrease linkage</source>
        <translation>增减挂钩核算</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Land occupied by class</source>
        <translation>占用土地分类面积表</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Links and draws</source>
        <translation>挂钩核销台账</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Number field of the blocks</source>
        <translation>补划地块编号字段</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Outflow rectification by county</source>
        <translation>耕地流出整改县级汇总</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Outflow spots</source>
        <translation>耕地流出图斑</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Permanent basic farmland layer</source>
        <translation>永久基本农田图层</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Prime farmland: occupied and supplement</source>
        <translation>永农占用补划审查</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Reserve of supplementary farmland</source>
        <translation>补充耕地储备库</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Say where the workbook shall be written.</source>
        <translation>请写明工作簿保存的位置。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Supplement blocks</source>
        <translation>补划地块</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Table T08 needs the supplement blocks and the layer of permanent basic farmland.</source>
        <translation>表T08需要补划地块和永久基本农田图层。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Without red lines on the map there are no tables T07, T27 and T08.</source>
        <translation>没有选用地红线图层，不出T07、T27和T08。</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Workbook</source>
        <translation>输出工作簿</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Workbook of the year</source>
        <translation>年度工作簿</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Write</source>
        <translation>出表</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <location filename="../dialogs/farmland_year.py"/>
        <source>farmland_of_the_year.xlsx</source>
        <translation>耕地保护年度工作簿.xlsx</translation>
    </message>
</context>
<context>
    <name>YearlyAlgorithm</name>
    <message>
        <location filename="../processing/algorithms/quota/yearly_algorithm.py"/>
        <source>Count up to this day (empty: everything posted)</source>
        <translation>统计截止日期（空为全部已记账）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/yearly_algorithm.py"/>
        <source>Date that counts</source>
        <translation>统计所依日期</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/yearly_algorithm.py"/>
        <source>Holders, by code or name, separated by commas (empty: all)</source>
        <translation>持有单位（代码或名称，逗号分隔；空为全部）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/yearly_algorithm.py"/>
        <source>Quota year (empty: that of the last voucher)</source>
        <translation>指标年度（空为最后一张凭证所在年度）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/yearly_algorithm.py"/>
        <source>date of booking</source>
        <translation>记账日期</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/quota/yearly_algorithm.py"/>
        <source>date of the document</source>
        <translation>文件日期</translation>
    </message>
</context>
</TS>
