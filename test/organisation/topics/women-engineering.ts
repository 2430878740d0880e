import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const womenEngineering: Topic = {
  key: 'women-engineering', departments: [], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['support', 'agree', 'congratulations', 'thanks'],
  tags: { fr: ['ingénieures', 'carrières', 'mentorat'], en: ['women', 'engineering', 'careers'] },
  fr: [
    status(
      `Visite d'une classe de troisième à {mysite} : {n:24-31} élèves, dont {m:12-17} filles, et un compresseur à démonter par groupe. [La question qui revient : « il faut être forte en maths ? ».|Elles demandent toutes s'il faut être forte en maths.] Réponse de notre brasseuse : il faut être patiente, et le reste s'apprend.`,
      `Excellente réponse. Je viens à la prochaine.`,
      `On peut prêter un {part} usagé pour les séances.`,
    ),
    question(
      `Comment parler salaire à l'embauche sans se sous-estimer ?`,
      `Une amie passe un entretien chez nous [et n'ose pas donner de chiffre|{day}]. Que lui dire ?`,
      `De demander la grille du poste, elle est publique en interne et communiquée aux candidats. Puis de viser le milieu et non le bas.`,
      `Qu'elle prépare trois réalisations chiffrées. On négocie mieux avec des faits qu'avec de l'assurance.`,
    ),
  ],
  en: [
    status(
      `School visit in {mysite}: {n:24-31} pupils, {m:12-17} of them girls, one compressor per group to take apart. [The recurring question: "do you have to be good at maths?"|They all ask whether one has to be good at maths.] Our brazing operator's answer: you have to be patient, the rest can be learnt.`,
      `Excellent answer. I am coming to the next one.`,
      `We can lend a used {part} for those sessions.`,
    ),
    status(
      `Mentoring round {n:3-6}: {m:14-26} pairs, across {k:5-7} sites. [Half of the mentors are men, and that was a request from the mentees.|Half the mentors are men, as the mentees asked.] What changed after the last round: {l:4-9} moves to another job, one return to studies, and a few who simply sleep better.`,
      `I was mentored last year. The best part was hearing how others fail.`,
      `Is there still room? I can give an hour a month.`,
    ),
    status(
      `Protective clothing in women's sizes is in the catalogue at last, gloves and harnesses included. [It took {n:7-16} months and one photo of rolled-up sleeves near a lathe.|{n:7-16} months after the first request.] If your size is missing, tell me, the supplier still owes us two.`,
      `Size 36 safety shoes too? They have been "on order" for a year.`,
      `Thank you for not letting go.`,
    ),
    status(
      `{n:9-19} of us met at lunch in {mysite} and online. Subject: being the only woman in a meeting. [What came out is less about courage than about chairing.|We spoke little of courage and much of chairing.] Three habits to try: a round before deciding, the minutes taken in turn, and no interrupting the first speaker.`,
      `Minutes in turn changed our team meetings within a month.`,
      `May men come to the next lunch? I would mostly listen.`,
    ),
    question(
      `How did you come back from parental leave without losing your projects?`,
      `I leave in {n:6-14} weeks, [and I already see my subjects being shared out|for about six months].`,
      `I wrote a two-page note on each project with what I wanted back, and agreed it with my manager before leaving. I got {m:3-4} out of five.`,
      `Half a day of handover every week in the first month back, in both directions. Ask for it in writing.`,
      `Keep one small thing that is only yours, and leave the rest with a good heart. What came back was better.`,
    ),
    question(
      `Who would speak at {town} college about apprenticeships?`,
      `They are looking for someone on {day} at {time}, [ideally under thirty|from the shop floor rather than the office].`,
      `Our apprentice on {line} loved doing it last time. I will ask her.`,
      `I can, if I may bring the cut-open heat exchanger. It works better than slides.`,
    ),
    question(
      `Part-time in a technical lead position: does it exist here?`,
      `I was told it is [possible on paper|a matter for each team]. Does anybody do it at {n:80-90/10}%?`,
      `I have done it for {m:2-5} years in {mysite}. What makes it work: the day off never moves, and someone else may decide on that day.`,
      `Yes, two of us share the role. Harder to set up, far easier to live with.`,
    ),
  ],
};
