import { splitName } from '../../../../nodes/Harver/invite/personName';

describe('the name of a candidate is split for Harver', () => {
	it.each([
		['Ada Example', 'Ada', 'Example'],
		['  Ada   Example ', 'Ada', 'Example'],
		['Ada Maria Example', 'Ada Maria', 'Example'],
		['Madonna', 'Madonna', '-'],
		['Vincent van Gogh', 'Vincent', 'van Gogh'],
		['Anna van der Berg', 'Anna', 'van der Berg'],
		['Maria de la Cruz', 'Maria', 'de la Cruz'],
		['Otto von Beispiel', 'Otto', 'von Beispiel'],
		['Van Morrison', 'Van', 'Morrison'],
		['Sammy Davis Jr.', 'Sammy', 'Davis Jr.'],
		['Sammy Davis, Jr.', 'Sammy', 'Davis Jr.'],
		['John Smith III', 'John', 'Smith III'],
		['Example, Ada', 'Ada', 'Example'],
		['van Gogh, Vincent', 'Vincent', 'van Gogh'],
		['Dr. Ada Example', 'Ada', 'Example'],
		['Jean-Luc Example', 'Jean-Luc', 'Example'],
		["Sinéad O'Connor", 'Sinéad', "O'Connor"],
		['Мария Иванова', 'Мария', 'Иванова'],
		['محمد علي', 'محمد', 'علي'],
		['山田 太郎', '太郎', '山田'],
		['山田太郎', '太郎', '山田'],
		['王小明', '小明', '王'],
		['歐陽娜', '娜', '歐陽'],
		['김민수', '민수', '김'],
		['김 민수', '민수', '김'],
		['マドンナ', 'マドンナ', '-'],
		['Jane Doe, CPA', 'Jane', 'Doe'],
		['Jane van der Doe, SHRM-CP, PMP®', 'Jane', 'van der Doe'],
		['John Smith, PhD, MBA', 'John', 'Smith PhD MBA'],
		['John Smith Jr., CPA', 'John', 'Smith Jr.'],
		['García Márquez, Gabriel', 'Gabriel', 'García Márquez'],
		['DOE, JANE', 'JANE', 'DOE'],
		['VAN DOE, JANE', 'JANE', 'VAN DOE'],
		['García Márquez, J.', 'J.', 'García Márquez'],
		['Alex Kim (she/her)', 'Alex', 'Kim'],
		['Robert (Bob) Smith', 'Robert (Bob)', 'Smith'],
		['Alex Kim [they/them]', 'Alex', 'Kim'],
		['Ada Example 🚀', 'Ada', 'Example'],
		['\u200bAda Example\u200e', 'Ada', 'Example'],
		['(Ada)', '(Ada)', '-'],
		['Prof. Dr. Ada Example', 'Ada', 'Example'],
	])('%s', (fullName, firstName, lastName) => {
		expect(splitName(fullName)).toEqual({ firstName, lastName });
	});

	it.each([
		['Ada Example 🇩🇪', 'Ada', 'Example'],
		['Ada Example ✓', 'Ada', 'Example'],
		['Ada Example🎉', 'Ada', 'Example'],
		['⭐️Ada👩🏽‍💻Example 1️⃣', 'Ada Example', '1'],
		['👩‍💻 Ada Example ™', 'Ada', 'Example'],
		['Ada Example #OpenToWork', 'Ada', 'Example'],
		['Sinéad O`Connor', 'Sinéad', 'O`Connor'],
		['مریم می\u200cنویسد', 'مریم', 'می\u200cنویسد'],
	])('without symbols: %s', (fullName, firstName, lastName) => {
		expect(splitName(fullName)).toEqual({ firstName, lastName });
	});

	it.each([
		['Ada Example she/her'],
		['Ada Example, She/Her/Hers'],
		['Ada Example they / them'],
		['Ada Example (she/her) | Recruiter'],
		['Ada Example she/her - Recruiter'],
		['Ada Example elle/lui'],
		['Ada Example | Recruiter'],
		['Ada Example|Recruiter at Acme | Berlin'],
		['Ada Example - Product Manager'],
		['Ada Example – Product Manager – Berlin'],
		['Ada Example • Recruiter'],
		['Ada Example // Recruiter'],
		['Example, Ada | Recruiter'],
		['Example, Ada - she/her'],
	])('without pronouns and roles: %s', (fullName) => {
		expect(splitName(fullName)).toEqual({ firstName: 'Ada', lastName: 'Example' });
	});

	it.each([
		['Ada Example/Smith', 'Ada', 'Example/Smith'],
		['Ada - Example', 'Ada', 'Example'],
		['Ada Example-Smith', 'Ada', 'Example-Smith'],
		['Gal·la Example', 'Gal·la', 'Example'],
	])('with the signs that belong to it: %s', (fullName, firstName, lastName) => {
		expect(splitName(fullName)).toEqual({ firstName, lastName });
	});

	it.each([
		['Example, Ada, PhD', 'Ada', 'Example'],
		['Example, Ada PhD', 'Ada', 'Example'],
		['Example, Ada, CPA, PMP', 'Ada', 'Example'],
		['García Márquez, Gabriel, M.D.', 'Gabriel', 'García Márquez'],
		['Davis, Sammy, Jr.', 'Sammy', 'Davis Jr.'],
		['DOE, JANE MARIA', 'JANE MARIA', 'DOE'],
		['Example, Ada,', 'Ada', 'Example'],
	])('with titles after "Last, First": %s', (fullName, firstName, lastName) => {
		expect(splitName(fullName)).toEqual({ firstName, lastName });
	});

	it.each([
		['Juan de Borbón y Borbón', 'Juan', 'de Borbón y Borbón'],
		['Juan Carlos de Borbón y Borbón', 'Juan Carlos', 'de Borbón y Borbón'],
		['José Ortega y Gasset', 'José', 'Ortega y Gasset'],
		['JOSÉ ORTEGA Y GASSET', 'JOSÉ', 'ORTEGA Y GASSET'],
		['Ana Costa e Silva', 'Ana', 'Costa e Silva'],
		['Antoni Gaudí i Cornet', 'Antoni', 'Gaudí i Cornet'],
		['John E Smith', 'John E', 'Smith'],
		['Gasset y Ortega', 'Gasset', 'y Ortega'],
	])('with two family names: %s', (fullName, firstName, lastName) => {
		expect(splitName(fullName)).toEqual({ firstName, lastName });
	});

	it.each([
		['ジョン スミス', 'ジョン', 'スミス'],
		['ジョン・スミス', 'ジョン', 'スミス'],
		['ｼﾞｮﾝ ｽﾐｽ', 'ｼﾞｮﾝ', 'ｽﾐｽ'],
		['ジョン・ポール・スミス', 'ジョン ポール', 'スミス'],
		['山田 ジョン', 'ジョン', '山田'],
		['山田太郎 | エンジニア', '太郎', '山田'],
	])('in Japanese: %s', (fullName, firstName, lastName) => {
		expect(splitName(fullName)).toEqual({ firstName, lastName });
	});

	it.each(['Ada ', ' |', '(', 'a, ', '- ', 'y ', 'she/'])(
		'is read to its end: %j, many times',
		(part) => {
			expect(splitName(part.repeat(20_000))?.firstName).not.toBe('');
		},
	);

	it.each(['', '   ', '-', '???', '🎉'])('"%s" is no name', (fullName) => {
		expect(splitName(fullName)).toBeUndefined();
	});
});
