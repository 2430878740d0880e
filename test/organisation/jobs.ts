import type { DepartmentKey } from './departments.ts';
import type { Language } from './records.ts';

/** What the people of a department do and know. Pure stock. */
export interface Jobs {
  head: string;
  managers: readonly string[];
  leaders: readonly string[];
  staff: readonly string[];
  skills: readonly string[];
  /** Things to be asked about; both languages in the same order. */
  subjects: Record<Language, readonly string[]>;
}

const list = (text: string): readonly string[] => text.trim().split(/\s*;\s*/);

export const jobs: Record<DepartmentKey, Jobs> = {
  management: {
    head: 'General Secretary',
    managers: list('Strategy Manager; Chief of Staff'),
    leaders: list('Programme Director; Internal Audit Lead; Strategic Projects Lead'),
    staff: list('Executive Assistant; Project Officer; Internal Auditor; Strategy Analyst'),
    skills: list('Strategic planning; Governance; Board reporting; Project portfolio; Internal control; Mergers & acquisitions; Risk mapping; Facilitation; Minute taking; Scenario planning; Stakeholder mapping'),
    subjects: {
      fr: list('l’ordre du jour du comité de direction; le plan à trois ans; la cartographie des risques; le calendrier des comités; les délégations de signature'),
      en: list('the executive committee agenda; the three-year plan; the risk map; the committee calendar; delegations of authority'),
    },
  },
  research: {
    head: 'Director of Research & Development',
    managers: list('Thermodynamics Manager; Mechanical Design Manager; Test Laboratory Manager; Electronics Manager'),
    leaders: list('Refrigeration Circuit Lead; Acoustics Lead; Control Engineering Lead; Laboratory Team Leader; Product Architect'),
    staff: list('Thermal Engineer; Refrigeration Engineer; Acoustics Engineer; Test Technician; Mechanical Design Engineer; Electronics Engineer; Control Engineer; Certification Engineer; Materials Engineer; Prototype Technician; Simulation Engineer'),
    skills: list('Thermodynamics; Refrigerants R290 and R32; Heat exchangers; Acoustics; Vibration analysis; CAD; CFD; Defrost control; MATLAB; LabVIEW; EN 14511; EN 14825; Power electronics; PCB design; Brazing; Design of experiments; FMEA; Sizing of expansion valves; Climatic chamber testing'),
    subjects: {
      fr: list('les essais en chambre climatique; la charge en propane; le bruit des ventilateurs; les cycles de dégivrage; le dimensionnement des échangeurs; les plans d’expériences; la norme EN 14825'),
      en: list('climatic chamber tests; propane charge limits; fan noise; defrost cycles; heat exchanger sizing; design of experiments; EN 14825'),
    },
  },
  production: {
    head: 'Director of Production',
    managers: list('Plant Manager; Production Unit Manager; Industrial Engineering Manager; Maintenance Manager'),
    leaders: list('Line Supervisor; Shift Leader; Method Engineering Lead; Maintenance Team Leader; Brazing Workshop Supervisor'),
    staff: list('Assembly Line Technician; Brazing Operator; Leak Test Operator; Wiring Operator; Sheet Metal Operator; Maintenance Technician; Method Engineer; Automation Technician; Line Feeder; Final Test Technician; Paint Shop Operator; Tooling Technician'),
    skills: list('Brazing; Helium leak testing; Electrical wiring; Line balancing; SMED; 5S; PLC programming; Preventive maintenance; Sheet metal bending; Robot cell operation; Reading drawings; First aid at work; Forklift licence; Shift planning; Torque control; Train the trainer; OEE follow-up; Powder coating'),
    subjects: {
      fr: list('le brasage cuivre-inox; l’essai d’étanchéité à l’hélium; l’équilibrage de ligne; les changements de série; la maintenance préventive; l’accueil au poste; les gammes de montage'),
      en: list('copper-to-steel brazing; helium leak tests; line balancing; changeovers; preventive maintenance; workstation induction; assembly instructions'),
    },
  },
  quality: {
    head: 'Director of Quality',
    managers: list('Customer Quality Manager; Plant Quality Manager'),
    leaders: list('Continuous Improvement Lead; Supplier Quality Lead; Quality Systems Lead; Metrology Lead'),
    staff: list('Quality Engineer; Quality Technician; Supplier Quality Engineer; Metrology Technician; Field Quality Analyst; Quality Auditor; Incoming Inspection Technician'),
    skills: list('8D; Root cause analysis; ISO 9001; FMEA; Statistical process control; Metrology; Supplier audits; Control plans; Gauge R&R; Returns analysis; Facilitation; Poka-yoke; Pareto analysis; Document control'),
    subjects: {
      fr: list('la méthode 8D; l’analyse des retours; la métrologie; les audits fournisseurs; les plans de contrôle; les chantiers d’amélioration'),
      en: list('the 8D method; returns analysis; metrology; supplier audits; control plans; improvement workshops'),
    },
  },
  supply: {
    head: 'Director of Supply Chain',
    managers: list('Planning Manager; Logistics Manager; Distribution Centre Manager'),
    leaders: list('Demand Planning Lead; Warehouse Team Leader; Transport Lead; Procurement Planning Lead'),
    staff: list('Demand Planner; Supply Planner; Warehouse Operator; Transport Coordinator; Customs Officer; Stock Controller; Forklift Driver; Shipping Clerk; Spare Parts Planner'),
    skills: list('Demand planning; MRP; Stock management; Incoterms; Customs declarations; Warehouse management; Transport tendering; Kanban; Cycle counting; Forklift licence; S&OP; Dangerous goods; Packaging; Route planning'),
    subjects: {
      fr: list('les prévisions de vente; les stocks de sécurité; les transporteurs; les formalités douanières avec le Royaume-Uni; les inventaires tournants; le transport du R290'),
      en: list('sales forecasts; safety stocks; carriers; UK customs paperwork; cycle counts; shipping R290 units'),
    },
  },
  purchasing: {
    head: 'Director of Purchasing',
    managers: list('Direct Materials Manager; Indirect Purchasing Manager'),
    leaders: list('Electronics Category Lead; Metals Category Lead; Services Category Lead'),
    staff: list('Buyer; Project Buyer; Supplier Relations Officer; Purchasing Analyst; Contract Officer; Sourcing Engineer'),
    skills: list('Negotiation; Total cost of ownership; Supplier panels; Contracts; Copper and aluminium markets; Electronics sourcing; Should-cost models; Dual sourcing; Supplier risk; Responsible purchasing; Tendering'),
    subjects: {
      fr: list('le cours du cuivre; la double source; les contrats cadres; la fin de vie des composants; les achats responsables'),
      en: list('copper prices; dual sourcing; framework contracts; component end of life; responsible purchasing'),
    },
  },
  sales: {
    head: 'Director of Sales',
    managers: list('Regional Sales Manager; Key Account Manager; Export Manager'),
    leaders: list('Area Sales Lead; Tender Lead; Sales Administration Lead; Technical Sales Lead'),
    staff: list('Sales Representative; Technical Sales Engineer; Tender Engineer; Sales Administrator; Inside Sales Officer; Specification Engineer; Pricing Analyst'),
    skills: list('Social housing; Tender responses; Heat loss calculation; Installer networks; Pricing; CRM; Negotiation; Boiler replacement; Collective heating; Subsidy schemes; Product training; Forecasting; Export sales; Site surveys'),
    subjects: {
      fr: list('les bailleurs sociaux; les aides à la rénovation; le remplacement de chaudières; les mémoires techniques; la tarification; les visites de chantier'),
      en: list('social landlords; grant schemes; boiler replacement; method statements; pricing; site surveys'),
    },
  },
  marketing: {
    head: 'Director of Marketing & Communications',
    managers: list('Product Marketing Manager; Communications Manager'),
    leaders: list('Product Lead, Domestic Range; Product Lead, Collective Range; Digital Content Lead; Events Lead'),
    staff: list('Internal Communications Officer; Product Officer; Technical Writer; Translator; Graphic Designer; Events Officer; Web Editor; Press Officer'),
    skills: list('Technical writing; Translation; Product launches; Trade shows; Copy editing; Photography; Layout; Web analytics; Accessibility of documents; Press relations; Case studies; Video editing; Terminology'),
    subjects: {
      fr: list('les notices; les traductions; les salons; la photothèque; les études de cas; les textes qui doivent tenir en une page'),
      en: list('manuals; translations; trade shows; the picture library; case studies; texts that must fit on one page'),
    },
  },
  service: {
    head: 'Director of Customer Service',
    managers: list('Technical Support Manager; Field Service Manager; Contact Centre Manager'),
    leaders: list('Second-Line Support Lead; Field Team Leader; Spare Parts Lead; Installer Training Lead'),
    staff: list('Technical Support Engineer; Field Service Technician; Customer Adviser; Spare Parts Adviser; Warranty Analyst; Installer Trainer; Commissioning Technician; Complaints Officer'),
    skills: list('Commissioning; Fault finding; Refrigerant handling certificate; Hydraulic balancing; Remote diagnosis; Phone support; Warranty rules; Installer training; Electrical safety; Heating curves; Complaint handling; Spare parts catalogue; Modbus'),
    subjects: {
      fr: list('la mise en service; les codes défaut; la garantie; les lois d’eau; l’équilibrage hydraulique; les appels difficiles; les pièces détachées'),
      en: list('commissioning; fault codes; warranty; heating curves; hydraulic balancing; difficult calls; spare parts'),
    },
  },
  software: {
    head: 'Director of Software & Data',
    managers: list('Connected Products Manager; Data Manager'),
    leaders: list('Backend Lead; Mobile Lead; Embedded Software Lead; Data Engineering Lead'),
    staff: list('Software Engineer; Embedded Software Engineer; Data Engineer; Data Scientist; Mobile Developer; Test Engineer; UX Designer; Site Reliability Engineer; Product Owner'),
    skills: list('Python; TypeScript; C; PostgreSQL; Time series; MQTT; Modbus; Kotlin; Swift; Code review; Continuous integration; Observability; Machine learning; Data modelling; Usability testing; RTOS; API design; Accessibility'),
    subjects: {
      fr: list('la supervision Vigie; l’application Pilote; les séries temporelles; les mises à jour à distance; les tests automatiques; la revue de code; les requêtes SQL lentes'),
      en: list('Vigie monitoring; the Pilote app; time series; over-the-air updates; automated tests; code review; slow SQL queries'),
    },
  },
  it: {
    head: 'Chief Information Officer',
    managers: list('Infrastructure Manager; Business Applications Manager'),
    leaders: list('Workplace Lead; Network Lead; ERP Lead; Information Security Lead'),
    staff: list('Identity & Access Administrator; System Administrator; Network Engineer; ERP Consultant; Service Desk Technician; Security Analyst; Database Administrator'),
    skills: list('SAML and SCIM; Directory services; Networks; Windows; Linux; ERP; Backups; Patch management; Incident response; Service desk; Virtualisation; SQL; Security awareness; Video conferencing'),
    subjects: {
      fr: list('les droits d’accès; le VPN; l’ERP; les sauvegardes; l’hameçonnage; les salles de visioconférence'),
      en: list('access rights; the VPN; the ERP; backups; phishing; video meeting rooms'),
    },
  },
  hr: {
    head: 'Director of Human Resources',
    managers: list('HR Operations Manager; Talent Manager'),
    leaders: list('Recruitment Lead; Training Lead; Payroll Lead; Employee Relations Lead'),
    staff: list('HR Analyst; Recruiter; HR Business Partner; Payroll Officer; Training Officer; Occupational Health Coordinator; Diversity Officer'),
    skills: list('Recruitment; Labour law; Payroll; Training plans; Skills mapping; Interviewing; Mediation; Disability inclusion; Onboarding; Apprenticeships; People analytics; Internal mobility'),
    subjects: {
      fr: list('la mobilité interne; l’alternance; le plan de formation; l’accueil des nouveaux; le télétravail; l’aménagement de poste'),
      en: list('internal mobility; apprenticeships; the training plan; onboarding; remote work; workplace adjustments'),
    },
  },
  finance: {
    head: 'Chief Financial Officer',
    managers: list('Financial Control Manager; Legal Manager'),
    leaders: list('Industrial Control Lead; Accounting Lead; Treasury Lead; Data Protection Lead'),
    staff: list('Financial Controller; Accountant; Treasury Officer; Legal Counsel; Tax Officer; Credit Controller; Travel & Expenses Officer; Data Protection Officer'),
    skills: list('Cost accounting; Month-end closing; Budgeting; Contract law; Data protection; IFRS; Credit control; Cash forecasting; Tax credits for research; Intellectual property; Investment appraisal; Spreadsheets'),
    subjects: {
      fr: list('la clôture mensuelle; le prix de revient; les notes de frais; les contrats; la protection des données; les dossiers d’investissement'),
      en: list('month-end closing; product costing; expense claims; contracts; data protection; investment cases'),
    },
  },
  safety: {
    head: 'Director of Health, Safety & Environment',
    managers: list('Site Safety Manager; Environment Manager'),
    leaders: list('Occupational Safety Lead; Energy & Carbon Lead; Chemical Risk Lead'),
    staff: list('Safety Officer; Environment Officer; Energy Analyst; Ergonomist; Fire Safety Officer; Industrial Hygienist'),
    skills: list('Risk assessment; ATEX zones; Ergonomics; Near-miss analysis; ISO 14001; Carbon accounting; Waste management; Fire safety; Chemical risk; First aid at work; Energy audits; Accident investigation'),
    subjects: {
      fr: list('les presqu’accidents; les zones ATEX; l’ergonomie des postes; le bilan carbone; le tri des déchets; les permis de feu'),
      en: list('near misses; ATEX zones; workstation ergonomics; the carbon footprint; waste sorting; hot work permits'),
    },
  },
};
